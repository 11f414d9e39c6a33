// meeting_record.h: the record of one meeting in words, as a summary record tells it: who presided
// and when, who was present, each question with what became of it, and what followed later.
#pragma once

#include "ledger/procedure/conference.h"

#include <string>
#include <vector>

namespace placet::ledger {

class MeetingRecord {
public:
    /// Of the meeting of this number.
    explicit MeetingRecord(std::int64_t number) : number_(number) {}

    /// The next entry of the spine, from the first on, with what the entries up to it amount to.
    void add(const Entry& entry, const Conference& then);

    /// What the entries before this index tell, in lines of at most 100 columns. Empty if none of
    /// them opens the meeting.
    std::string text(std::uint64_t end) const;

private:
    struct Passage {
        std::uint64_t entry = 0;
        std::string time = {};     // in the left column
        std::string heading = {};  // of a question; empty where none begins
        std::vector<std::string> paragraphs = {};
    };

    void open(const Entry& entry, const Conference& then);
    void add_passage(const Entry& entry, const Conference& then);
    void add_later(const Entry& entry, const Conference& then);

    std::int64_t number_;
    bool under_way_ = false;
    std::vector<std::string> title_ = {};
    std::vector<Passage> passages_ = {};
    std::vector<Passage> later_ = {};
};

}  // namespace placet::ledger
