-- The schema of a ledger file, format 1. Every table is insert-only: triggers refuse what our own
-- bugs might try; the signed tree finds what people do. FORMAT.md says what the columns mean.
--
-- Set before this text is executed: page_size 4096, encoding UTF-8, application_id, user_version.

-- Feeds: number 1 is this terminal's own, or of a copy the spine. Where a key signed two histories,
-- each is a row: the one that was here first is branch 0, and of the others `base` is the number of
-- entries that they share with it; only what follows is stored again.
CREATE TABLE feed (
    feed_no INTEGER PRIMARY KEY CHECK (feed_no >= 1),
    origin TEXT NOT NULL,
    vkey TEXT NOT NULL,
    is_own INTEGER NOT NULL CHECK (is_own IN (0, 1)),
    branch INTEGER NOT NULL CHECK (branch >= 0),
    base INTEGER NOT NULL CHECK (base >= 0 AND (branch > 0 OR base = 0)),
    UNIQUE (origin, branch)
) STRICT;

-- Entries: the bytes, their leaf hash, and columns that repeat what the bytes say.
CREATE TABLE entry (
    feed_no INTEGER NOT NULL REFERENCES feed,
    seq INTEGER NOT NULL CHECK (seq >= 0),
    data BLOB NOT NULL CHECK (length(data) <= 16384),
    leaf BLOB NOT NULL CHECK (length(leaf) = 32),
    type TEXT NOT NULL,
    run INTEGER,
    ballot TEXT,
    PRIMARY KEY (feed_no, seq)
) STRICT, WITHOUT ROWID;

-- What the desk restores itself from without reading the ballots of decided votes.
CREATE INDEX entry_act ON entry (feed_no, seq) WHERE ballot IS NULL;
-- A ballot's id stands once in a feed.
CREATE UNIQUE INDEX entry_ballot ON entry (ballot, feed_no) WHERE ballot IS NOT NULL;

-- Roots of complete tiles of 256 hashes, from which the tree is rebuilt: level 1 is over 256
-- leaves, level 2 over 65,536.
CREATE TABLE tile_root (
    feed_no INTEGER NOT NULL REFERENCES feed,
    level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 7),
    idx INTEGER NOT NULL CHECK (idx >= 0),
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    PRIMARY KEY (feed_no, level, idx)
) STRICT, WITHOUT ROWID;

-- Every signed checkpoint: of the own feed one per transaction, of others what was taken in.
CREATE TABLE checkpoint (
    feed_no INTEGER NOT NULL REFERENCES feed,
    size INTEGER NOT NULL CHECK (size >= 0),
    root BLOB NOT NULL CHECK (length(root) = 32),
    note BLOB NOT NULL,
    PRIMARY KEY (feed_no, size)
) STRICT, WITHOUT ROWID;

-- What witnesses signed below a checkpoint: a line of the note each (C2SP tlog-cosignature).
CREATE TABLE cosignature (
    feed_no INTEGER NOT NULL,
    size INTEGER NOT NULL,
    line TEXT NOT NULL,
    PRIMARY KEY (feed_no, size, line),
    FOREIGN KEY (feed_no, size) REFERENCES checkpoint
) STRICT, WITHOUT ROWID;

-- That a key signed two histories: portable, FORMAT.md section 9.
CREATE TABLE evidence (
    sha256 BLOB NOT NULL PRIMARY KEY CHECK (length(sha256) = 32),
    feed_no INTEGER NOT NULL REFERENCES feed,
    json TEXT NOT NULL
) STRICT;

-- Bytes too large for an entry, known by their SHA-256.
CREATE TABLE attachment (
    sha256 BLOB NOT NULL PRIMARY KEY CHECK (length(sha256) = 32),
    bytes BLOB NOT NULL CHECK (length(bytes) <= 8388608)
) STRICT;

-- Without gaps, which also refuses INSERT OR REPLACE over a row that is there.
CREATE TRIGGER entry_insert BEFORE INSERT ON entry
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq) + 1,
                                     (SELECT base FROM feed WHERE feed_no = NEW.feed_no))
                     FROM entry WHERE feed_no = NEW.feed_no)
BEGIN SELECT RAISE(ABORT, 'entries are appended without gaps'); END;
CREATE TRIGGER checkpoint_insert BEFORE INSERT ON checkpoint
WHEN NEW.size <= (SELECT coalesce(max(size), -1) FROM checkpoint WHERE feed_no = NEW.feed_no)
BEGIN SELECT RAISE(ABORT, 'checkpoints grow'); END;
CREATE TRIGGER tile_root_insert BEFORE INSERT ON tile_root
WHEN NEW.idx IS NOT (SELECT coalesce(max(idx), -1) + 1 FROM tile_root
                     WHERE feed_no = NEW.feed_no AND level = NEW.level)
BEGIN SELECT RAISE(ABORT, 'tiles are completed in order'); END;
CREATE TRIGGER feed_insert BEFORE INSERT ON feed
WHEN EXISTS (SELECT 1 FROM feed WHERE feed_no = NEW.feed_no
                                   OR (origin = NEW.origin AND branch = NEW.branch))
BEGIN SELECT RAISE(ABORT, 'a feed is never replaced'); END;
CREATE TRIGGER attachment_insert BEFORE INSERT ON attachment
WHEN EXISTS (SELECT 1 FROM attachment WHERE sha256 = NEW.sha256)
BEGIN SELECT RAISE(ABORT, 'an attachment is never replaced'); END;

CREATE TRIGGER cosignature_insert BEFORE INSERT ON cosignature
WHEN EXISTS (SELECT 1 FROM cosignature
             WHERE feed_no = NEW.feed_no AND size = NEW.size AND line = NEW.line)
BEGIN SELECT RAISE(ABORT, 'a cosignature is never replaced'); END;
CREATE TRIGGER evidence_insert BEFORE INSERT ON evidence
WHEN EXISTS (SELECT 1 FROM evidence WHERE sha256 = NEW.sha256)
BEGIN SELECT RAISE(ABORT, 'evidence is never replaced'); END;

CREATE TRIGGER entry_update BEFORE UPDATE ON entry
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER entry_delete BEFORE DELETE ON entry
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER checkpoint_update BEFORE UPDATE ON checkpoint
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER checkpoint_delete BEFORE DELETE ON checkpoint
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER tile_root_update BEFORE UPDATE ON tile_root
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER tile_root_delete BEFORE DELETE ON tile_root
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER feed_update BEFORE UPDATE ON feed
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER feed_delete BEFORE DELETE ON feed
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER attachment_update BEFORE UPDATE ON attachment
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER attachment_delete BEFORE DELETE ON attachment
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER cosignature_update BEFORE UPDATE ON cosignature
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER cosignature_delete BEFORE DELETE ON cosignature
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER evidence_update BEFORE UPDATE ON evidence
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER evidence_delete BEFORE DELETE ON evidence
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
