// shared.h: a container whose copies share what they hold until one of them is changed.
//
// The conference is copied for every entry, so that who reads the old state keeps it. Participants,
// persons, decisions and the roll of a vote are many and change seldom: their copies cost nothing.
#pragma once

#include <atomic>
#include <initializer_list>
#include <memory>
#include <utility>

namespace placet::ledger {

/// Reads as the container does; what changes it takes a copy first if others share it. Iterators
/// that were got before a change may be of the old one. Two threads may each have a copy: the
/// writer's snapshots are read by the screens.
template <class Container>
class Shared {
public:
    using value_type = typename Container::value_type;
    using const_iterator = typename Container::const_iterator;
    using iterator = const_iterator;

    Shared() = default;
    Shared(const Shared&) = default;  // moving is copying: what was moved from holds on
    Shared& operator=(const Shared&) = default;
    Shared(Container container) : held_(std::make_shared<Container>(std::move(container))) {}
    Shared(std::initializer_list<value_type> values) : Shared(Container(values)) {}

    const Container& get() const { return *held_; }
    operator const Container&() const { return *held_; }

    auto begin() const { return get().begin(); }
    auto end() const { return get().end(); }
    auto rbegin() const { return get().rbegin(); }
    auto rend() const { return get().rend(); }
    auto size() const { return get().size(); }
    bool empty() const { return get().empty(); }
    const auto& front() const { return get().front(); }
    const auto& back() const { return get().back(); }
    const auto& operator[](std::size_t i) const requires requires(const Container& c) { c[i]; }
    { return get()[i]; }
    const auto& at(const auto& key) const { return get().at(key); }
    auto find(const auto& key) const { return get().find(key); }
    bool contains(const auto& key) const { return get().contains(key); }

    friend bool operator==(const Shared& a, const Shared& b) { return a.get() == b.get(); }
    friend bool operator==(const Shared& a, const Container& b) { return a.get() == b; }

    /// The container itself, of this copy alone.
    Container& change() {
        if (held_.use_count() != 1) held_ = std::make_shared<Container>(*held_);
        std::atomic_thread_fence(std::memory_order_acquire);  // after all that others read in it
        return *held_;
    }
    void clear() { *this = Shared(); }
    auto insert(auto&&... what) { return change().insert(std::forward<decltype(what)>(what)...); }
    auto emplace(auto&&... what) { return change().emplace(std::forward<decltype(what)>(what)...); }
    auto erase(const auto& what) { return change().erase(what); }
    void push_back(value_type value) { change().push_back(std::move(value)); }

private:
    static const std::shared_ptr<Container>& none() {
        static const auto empty = std::make_shared<Container>();
        return empty;
    }
    std::shared_ptr<Container> held_ = none();
};

}  // namespace placet::ledger
