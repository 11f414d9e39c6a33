#!/usr/bin/env python3
"""Plays a morning through the real window of a demonstration conference.

    scripted_meeting.py --placet PROGRAM --terminal PROGRAM --folder DIR

Founds a rehearsal in DIR, opens the kiosk in a display of its own (Xvfb), presses what officers and
delegates would press (xdotool: real clicks and keys at the places where the items are), leaves a
picture of every screen in DIR/pictures, and audits the ledger. On the agenda: article 1 without a
vote, with a dissociation; article 2, where an objection leads to a recorded vote that is annulled
and taken again, with a correction; article 3 by roll-call; a motion by hands; from the floor a point of
order, which is ruled on, and a motion that is granted; article 4 by a vote that is not recorded. The
whole is for a machine without a display, and for the end-to-end test. Exit 0 if the meeting went as
it should.
"""

import argparse
import csv
import json
import os
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

PATIENCE_S = 60  # before something that does not come is a failure
ARTICLE = "article-2"
CHANGES_ITS_VOTE, MISTYPES_ITS_PIN = 4, 7  # which of the delegations
OBJECTS, DISSOCIATES, CORRECTS = 1, 2, 3
CHOICES = ["yes", "yes", "no", "yes", "no", "yes", "abstain", "yes", "yes", "no", "yes", "yes"]
STATES = 195  # that are called; one key for one answer
ANSWER_KEYS = {"yes": "F1", "no": "F2", "abstain": "F3", "none": "F5"}
ANSWERS = {2: "yes", 5: "none", 6: "abstain", 8: "yes"}  # of the others: no, as of the second call
NOT_RECORDED = ["yes", "no", "yes", "abstain", "yes"]  # of the first delegations
HANDS = [(7, 4, 1), (7, 3, 1), (7, 4, 1), (7, 4, 1)]  # the tellers differ, then agree
RESULTS = ["Draft article 1 was adopted without a vote.",
           "Draft article 2 was adopted by 9 votes to 2, with 1 abstention.",
           "Draft article 3 was rejected by 192 votes to 2, with 1 abstention.",
           "The motion to close the debate was carried by 7 votes to 4, with 1 abstention.",
           "Draft article 4 was adopted by 3 votes to 1, with 1 abstention."]


class Failed(Exception):
    """The meeting did not go as it should."""


@contextmanager
def display(width, height):
    """A display of its own; gives its name."""
    read_end, write_end = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write_end), "-screen", "0", f"{width}x{height}x24",
         "-nolisten", "tcp"], pass_fds=[write_end], stderr=subprocess.DEVNULL)
    os.close(write_end)
    try:
        with os.fdopen(read_end) as answer:
            number = answer.readline().strip()
        if not number:
            raise Failed("Xvfb did not start. Nothing was recorded. Is xvfb installed?")
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()


class Kiosk:
    """The real window, seen through its test hook and pressed with real clicks."""

    def __init__(self, program, arguments, env, pictures):
        self.env, self.pictures, self.shots = env, pictures, 0
        self.process = subprocess.Popen([program, *arguments], env=env, text=True,
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def ask(self, command):
        try:
            self.process.stdin.write(command + "\n")
            self.process.stdin.flush()
            answer = self.process.stdout.readline()
        except BrokenPipeError:
            answer = ""
        if not answer:
            raise Failed(f"the kiosk ended with {self.process.wait()} before: {command}")
        return answer.strip()

    def items(self):
        return {item["id"]: item for item in json.loads(self.ask("dump"))["items"]}

    def wait_for(self, what, holds):
        """Until `holds` of the items; never sleeps longer than it takes to look again."""
        until = time.monotonic() + PATIENCE_S
        while True:
            items = self.items()
            if holds(items):
                return items
            if time.monotonic() > until:
                self.shot("failed")
                raise Failed(f"this did not come: {what}; on the screen: {sorted(items)}")
            time.sleep(0.02)

    def wait_item(self, name):
        """A field takes keys wherever the focus is, so it cannot be pressed: it is there."""
        return self.wait_for(name, lambda items: name in items and (
            items[name]["enabled"] or items[name]["role"] == "field"))[name]

    def xdotool(self, *arguments):
        subprocess.run(["xdotool", *arguments], env=self.env, check=True)

    def click(self, name):
        x, y, width, height = self.wait_item(name)["rect"]
        self.xdotool("mousemove", str(int(x + width / 2)), str(int(y + height / 2)), "click", "1")

    def type_line(self, text):
        self.xdotool("type", "--delay", "1", text)
        self.xdotool("key", "Return")

    def shot(self, name):
        self.shots += 1
        path = self.pictures / f"{self.shots:02}-{name}.png"
        answer = self.ask(f"shot {path}")
        if answer != "ok":
            raise Failed(f"no picture: {answer}")
        return path

    def quit(self):
        self.process.stdin.write("quit\n")
        self.process.stdin.flush()
        if self.process.wait(timeout=PATIENCE_S) != 0:
            raise Failed("the kiosk did not end well")


class Meeting:
    def __init__(self, kiosk, badges):
        self.kiosk = kiosk
        self.officers = {badge["role"]: badge for badge in badges if badge["role"] != "delegate"}
        self.delegates = [badge for badge in badges if badge["role"] == "delegate"]

    def present_badge(self, badge):
        self.kiosk.wait_item("badge")
        self.kiosk.type_line(badge["badge"])

    def enter_pin(self, pin):
        for digit in pin:
            self.kiosk.click("pin." + digit)
        self.kiosk.click("pin.enter")

    def sign_in(self, item, role):
        self.kiosk.click(item)
        self.present_badge(self.officers[role])
        self.kiosk.wait_item("pin.1")
        if role == "presiding_officer":
            self.kiosk.shot("pin")
        self.enter_pin(self.officers[role]["pin"])
        self.kiosk.wait_item("sitting.next")

    def officer_pin(self, role):
        self.kiosk.wait_item("pin.1")
        self.enter_pin(self.officers[role]["pin"])

    def open(self):
        self.kiosk.wait_item("sitting.next")
        self.kiosk.shot("sitting")
        self.sign_in("officer.chair", "presiding_officer")
        self.sign_in("officer.secretary", "secretary")
        self.sign_in("officer.attendant", "attendant")
        self.kiosk.click("sitting.next")  # opens the meeting
        self.kiosk.click("sitting.presence")
        self.kiosk.click("presence.mark")
        self.kiosk.shot("presence")
        self.kiosk.click("presence.record")
        self.kiosk.wait_for("presence recorded",
                            lambda items: not items.get("presence.record", {}).get("enabled"))
        self.kiosk.click("go.sitting")

    def vote(self, n, delegate, choice, pictures=True):
        kiosk = self.kiosk
        self.present_badge(delegate)
        kiosk.wait_item("pin.1")
        if n == MISTYPES_ITS_PIN and pictures:
            wrong = "".join(str((int(digit) + 1) % 10) for digit in delegate["pin"])
            self.enter_pin(wrong)
            kiosk.wait_item("pin.1")
            kiosk.shot("wrong-pin")
        self.enter_pin(delegate["pin"])
        kiosk.wait_item("vote.yes")
        first = n == 0 and pictures
        if first:
            kiosk.shot("ballot")
        self.choose(choice, "confirm" if first else "")
        if first:
            kiosk.shot("recorded")
        if n == CHANGES_ITS_VOTE:
            kiosk.click("receipt.change")
            kiosk.wait_item("vote.yes")
            self.choose("yes", "change")
        kiosk.click("receipt.done")
        kiosk.wait_item("badge")

    def choose(self, choice, picture):
        self.kiosk.click("vote." + choice)
        self.kiosk.wait_item("vote.confirm")
        if picture:
            self.kiosk.shot(picture)
        self.kiosk.click("vote.confirm")
        self.kiosk.wait_item("receipt.done")

    def close_and_announce(self, picture):
        kiosk = self.kiosk
        kiosk.click("chair.last_call")
        self.refused("chair.close")  # the time to check votes is not over
        kiosk.click("chair.close")
        self.officer_pin("presiding_officer")
        kiosk.wait_item("review.lock")
        kiosk.shot(picture + "review")
        kiosk.click("review.lock")
        self.officer_pin("presiding_officer")
        self.officer_pin("secretary")
        kiosk.wait_item("review.announce")
        kiosk.click("review.announce")
        self.officer_pin("presiding_officer")
        self.officer_pin("secretary")
        kiosk.wait_item("announcement.home")
        kiosk.shot(picture + "announcement")

    def home(self):
        self.kiosk.click("go.sitting")
        self.kiosk.wait_item("sitting.next")

    def speak(self, n):
        """The delegation presents its badge, to speak and not to vote."""
        self.present_badge(self.delegates[n])
        self.kiosk.wait_item("pin.1")
        self.enter_pin(self.delegates[n]["pin"])
        self.kiosk.wait_item("delegation.done")

    def done_speaking(self, picture):
        self.kiosk.wait_for("what the delegation said", lambda items: (
            items.get("delegation.done", {}).get("label") == "Done"))
        self.kiosk.shot(picture)
        self.kiosk.click("delegation.done")

    def adopt_without_a_vote(self):
        kiosk = self.kiosk
        kiosk.click("unit.article-1")
        kiosk.click("sitting.next")  # proposes it
        kiosk.wait_item("consensus.label.by")
        kiosk.shot("silence")
        self.refused("consensus.gavel")  # the silence cannot be shortened
        kiosk.click("consensus.gavel")  # waits until it can be pressed
        kiosk.click("consensus.confirm")
        self.officer_pin("secretary")
        kiosk.wait_item("announcement.home")
        self.speak(DISSOCIATES)
        kiosk.click("delegation.kind.dissociation")
        kiosk.click("delegation.paragraph.3")
        kiosk.click("delegation.attach")
        self.done_speaking("dissociation")
        kiosk.wait_item("announcement.home")
        kiosk.shot("adopted-without-a-vote")
        self.home()

    def object(self):
        """The objection leads to the vote."""
        kiosk = self.kiosk
        kiosk.click("unit." + ARTICLE)
        kiosk.click("sitting.next")
        kiosk.wait_item("consensus.label.by")
        self.speak(OBJECTS)
        kiosk.click("delegation.vote_requested")
        self.done_speaking("objection")
        kiosk.wait_item("consensus.vote")
        kiosk.shot("objected")
        self.refused("consensus.again")  # while the objection stands
        kiosk.click("consensus.vote")
        self.start()

    def start(self):
        self.kiosk.wait_for("the question before the meeting", lambda items: (
            "Start" in items.get("sitting.next", {}).get("label", "")))
        self.kiosk.shot("question")
        self.kiosk.click("sitting.next")  # starts the vote

    def annul(self):
        kiosk = self.kiosk
        kiosk.wait_item("badge")
        self.vote(0, self.delegates[0], "no", pictures=False)
        kiosk.click("vote.annul")
        kiosk.click("annul.reason.0")
        kiosk.shot("annul")
        kiosk.click("annul.confirm")
        self.officer_pin("presiding_officer")
        self.officer_pin("secretary")
        kiosk.wait_for("the vote taken back",
                       lambda items: "badge" not in items and "go.sitting" in items)
        self.home()
        kiosk.shot("annulled")
        self.start()
        kiosk.wait_item("badge")
        kiosk.shot("vote")

    def correct(self):
        self.kiosk.click("announcement.delegations")
        self.kiosk.click("delegations." + self.delegates[CORRECTS]["participant"])
        self.kiosk.click("delegation.correct.abstain")
        self.kiosk.click("delegation.correct")
        self.done_speaking("correction")

    def put(self, kind, method):
        """Ready to put: the caller chooses the text or the motion."""
        self.kiosk.click("sitting.other")
        self.kiosk.click("question.kind." + kind)
        self.kiosk.click("question.method." + method)

    def roll_call(self):
        kiosk = self.kiosk
        self.put("proposal", "roll_call")
        kiosk.click("question.unit.article-3")
        kiosk.shot("article-3")
        kiosk.click("question.put")
        self.start()
        kiosk.click("lot.commit")
        kiosk.wait_item("lot.number.1")
        kiosk.shot("lot")
        for digit in "42":
            kiosk.click("lot.number." + digit)
        kiosk.click("lot.number.enter")
        self.officer_pin("presiding_officer")
        self.officer_pin("secretary")
        self.refused("chair.close")  # nobody has answered yet
        for n in range(STATES + 1):
            answer = ANSWERS.get(n, "no")
            items = kiosk.wait_for("a State that is called", lambda items, key=answer: (
                items.get("answer." + key, {}).get("enabled")))
            if n in (1, 9, STATES):
                kiosk.shot("roll-call")
            kiosk.xdotool("key", ANSWER_KEYS[answer])
            kiosk.wait_for("the answer", lambda items, given=self.last_given(items): (
                self.last_given(items) != given))
        self.close_and_announce("roll-call-")
        self.home()

    @staticmethod
    def last_given(items):
        return items.get("rollcall.given.0", {}).get("label")

    def hands(self):
        kiosk = self.kiosk
        self.put("motion", "hands")
        kiosk.click("question.motion.4")
        kiosk.click("question.put")
        self.start()
        for n, totals in enumerate(HANDS):
            if n == 2:
                kiosk.wait_item("hands.again")
                kiosk.shot("hands-differ")
                self.refused("chair.close")
                kiosk.click("hands.again")
            kiosk.click("hands.teller." + ("secretary", "attendant")[n % 2])
            for field, total in zip(("yes", "no", "abstain"), totals):
                kiosk.click("hands." + field)
                for digit in str(total):
                    kiosk.click("hands.number." + digit)
            if n == 0:
                kiosk.shot("hands")
            kiosk.click("hands.confirm")
        self.close_and_announce("hands-")
        self.home()

    def raise_from_the_floor(self, what):
        self.kiosk.click("sitting.floor")
        self.kiosk.click("floor.raise." + what)
        self.kiosk.click("floor.by." + self.delegates[0]["participant"])

    def floor(self):
        kiosk = self.kiosk
        kiosk.click("unit.article-4")
        self.raise_from_the_floor("point_of_order")
        kiosk.click("floor.rule")
        kiosk.shot("ruling")
        kiosk.click("ruling.give")
        self.home()
        self.raise_from_the_floor("close_debate")
        kiosk.wait_item("floor.motion.granted")
        kiosk.shot("motion")
        kiosk.click("floor.motion.granted")
        self.home()

    def not_recorded(self):
        kiosk = self.kiosk
        self.put("proposal", "non_recorded")
        kiosk.click("question.unit.article-4")
        kiosk.click("question.put")
        self.start()
        for n, choice in enumerate(NOT_RECORDED):
            self.present_badge(self.delegates[n])
            kiosk.wait_item("pin.1")
            self.enter_pin(self.delegates[n]["pin"])
            kiosk.wait_item("vote.yes")
            self.choose(choice, "")
            if n == 0:
                kiosk.shot("position-taken")
            kiosk.click("receipt.done")
            kiosk.wait_item("badge")
        kiosk.shot("not-recorded")
        self.close_and_announce("not-recorded-")
        self.home()

    def refused(self, item):
        """What the rules do not allow now cannot be pressed, or is refused in words."""
        self.kiosk.wait_for(item, lambda items: item in items)
        if self.kiosk.items()[item]["enabled"]:
            raise Failed(f"{item} can be pressed though the rules do not allow it")

    def end(self):
        kiosk = self.kiosk
        kiosk.click("sitting.suspend")
        kiosk.wait_for("the suspension", lambda items: (
            "Resume" in items.get("sitting.next", {}).get("label", "")))
        kiosk.shot("suspended")
        kiosk.click("sitting.next")
        kiosk.click("sitting.close")
        kiosk.wait_for("the end of the meeting", lambda items: (
            "Open" in items.get("sitting.next", {}).get("label", "")))
        kiosk.click("go.ledger")
        kiosk.click("ledger.audit")
        kiosk.wait_for("the audit",
                       lambda items: items.get("ledger.audit", {}).get("enabled"))
        kiosk.shot("ledger")

    def play(self):
        self.open()
        self.adopt_without_a_vote()
        self.object()
        self.annul()
        for n, choice in enumerate(CHOICES):
            self.vote(n, self.delegates[n], choice)
        self.kiosk.shot("voting")
        self.close_and_announce("")
        self.correct()
        self.home()
        self.roll_call()
        self.hands()
        self.floor()
        self.not_recorded()
        self.end()


def run(command, **options):
    """Runs a program of ours; gives what it printed."""
    done = subprocess.run(command, text=True, stdout=subprocess.PIPE, **options)
    if done.returncode != 0:
        raise Failed(f"{' '.join(map(str, command[:2]))} ended with {done.returncode}")
    return done.stdout


def play(options):
    folder = options.folder.resolve()
    pictures = folder / "pictures"
    pictures.mkdir(parents=True)
    ledger, keys = folder / "rehearsal.placet", folder / "keys"
    run([options.placet, "init", "--ledger", ledger, "--package", options.package, "--keys", keys,
         "--demonstration", "--delegations", str(options.delegations)])
    with open(keys / "badges.tsv", encoding="utf-8", newline="") as table:
        badges = list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))
    with display(options.width, options.height) as name:
        env = {**os.environ, "DISPLAY": name, "SDL_VIDEODRIVER": "x11"}
        kiosk = Kiosk(options.terminal,
                      ["--ledger", ledger, "--keys", keys, "--windowed", "--size",
                       f"{options.width}x{options.height}", "--test-hook"], env, pictures)
        try:
            Meeting(kiosk, badges).play()
            kiosk.quit()
        finally:
            kiosk.process.kill()
            kiosk.process.wait()
    report = run([options.placet, "verify", "--ledger", ledger])
    (folder / "audit.txt").write_text(report, encoding="utf-8")
    words = run([options.placet, "show", "--entries", "--ledger", ledger])
    (folder / "ledger.txt").write_text(words, encoding="utf-8")
    for result in RESULTS:
        if result not in words:
            raise Failed(f"the ledger does not say: {result}")
    return report


def main():
    parser = argparse.ArgumentParser(description="Plays a morning through the real window.")
    parser.add_argument("--placet", type=Path, required=True)
    parser.add_argument("--terminal", type=Path, required=True)
    parser.add_argument("--package", type=Path, required=True)
    parser.add_argument("--folder", type=Path, required=True, help="made by this program")
    parser.add_argument("--delegations", type=int, default=len(CHOICES))
    parser.add_argument("--width", type=int, default=1920)
    parser.add_argument("--height", type=int, default=1080)
    options = parser.parse_args()
    try:
        print(play(options), end="")
    except (Failed, OSError, subprocess.SubprocessError) as trouble:
        print(f"scripted meeting: {trouble}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
