// export.h: the ledger as a static directory, byte for byte as C2SP tlog-tiles, so that other
// people's tools read it.
//
// Writes what is new, the checkpoint last: interrupted anywhere, the directory is the old one, with
// files that its checkpoint does not speak of yet. In steps, between which the ledger may grow.
#pragma once

#include "crypto/tile.h"
#include "ledger/exchange/folder_writer.h"
#include "ledger/feed_tree.h"

namespace placet::ledger {

class Export {
public:
    struct Progress {
        std::uint64_t done = 0;     // steps, of
        std::uint64_t of = 0;       // as many
        std::uint64_t files = 0;    // written
        std::uint64_t bytes = 0;    // written
        std::uint64_t entries = 0;  // that the directory had not
        std::uint64_t size = 0;     // entries of the first feed that it has at the end
        bool reading_back = false;  // all is written
    };

    /// Looks at the ledger and at the directory, which is made if it is not there. Fails refused
    /// (it holds another conference's feed, or can only be read), forked (it knows more entries of
    /// a feed than the ledger, or another history), absent, full or storage; nothing was written.
    static Result<Export> begin(Store& store, const std::filesystem::path& directory);

    /// Writes the next tile, or a few attachments, or reads back what was written; true when all is
    /// there, durably, and read back as it was written. Fails refused, full, storage, or corrupt
    /// (the ledger's own entries are not what its tree says); the checkpoint that the directory had
    /// is then still good.
    Result<bool> step(Store& store);

    const Progress& progress() const { return progress_; }

private:
    /// One feed on its way into its folder.
    struct Part {
        FeedTree feed;
        std::string folder;            // "" or "<64 hex digits>/"
        std::uint64_t old_size = 0;    // entries that the directory has
        std::string checkpoint = {};   // to be written last; empty if it is there
        std::vector<Tile> tiles = {};  // hash tiles and bundles to be written
        std::size_t next = 0;          // of them
    };
    /// A file that was written, and its SHA-256.
    struct Written {
        std::string path;
        Hash hash;
        std::size_t size;
    };

    explicit Export(FolderWriter folder) : folder_(std::move(folder)) {}

    Result<Done> add_part(Store& store, const StoredFeed& feed);
    Result<std::string> checkpoint_to_write(Store& store, Part& part);
    Result<Done> compare_with_held(Store& store, const Part& part, const Checkpoint& held) const;
    Result<Done> write_tile(Store& store, Part& part);
    Result<Bytes> bundle(Store& store, const Part& part, const Tile& tile) const;
    Result<Bytes> hashes(Store& store, const Part& part, const Tile& tile) const;
    Result<bool> write_attachments(Store& store);
    Result<Done> write_evidence(Store& store);
    Result<Done> write_checkpoints();
    Result<Done> read_back();
    Result<Done> put(const std::string& path, BytesView bytes);

    FolderWriter folder_;
    std::vector<Part> parts_ = {};  // the first feed last
    std::size_t part_ = 0;
    std::optional<Hash> last_attachment_ = {};
    bool attachments_done_ = false;
    bool checkpoints_done_ = false;
    std::vector<Written> written_ = {};
    std::size_t compared_ = 0;  // of what was written
    Progress progress_ = {};
};

}  // namespace placet::ledger
