// A memory stick that is none: a file system in this process, mounted through FUSE.
//
// fuse_stick MOUNTPOINT IMAGE PULLED_AT ROOM LARGEST_FILE SEED SLOW_MS
// Says "in" on standard output once it is mounted, or "not mounted". Ends when it is unmounted or
// terminated, and then leaves in IMAGE what was written; at PULLED_AT, or at SIGUSR1, what
// survived, and its mount point answers nothing any more.
#define FUSE_USE_VERSION 35
#include "tests/support/stick_content.h"

#include <fuse3/fuse.h>
#include <sys/statvfs.h>
#include <unistd.h>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <map>
#include <thread>

using placet::tests::StickContent;
using placet::tests::StickNode;

namespace {

StickContent* content = nullptr;
std::map<std::uint64_t, std::shared_ptr<StickNode>> opened;
std::uint64_t last_handle = 0;
std::chrono::milliseconds slowness{0};
volatile std::sig_atomic_t told_to_pull = 0;

/// What a change came to; ends the program where it was the last.
int told(int number) {
    std::this_thread::sleep_for(slowness);
    if (told_to_pull != 0) content->pull_out();
    if (content->pulled()) ::_exit(EXIT_SUCCESS);
    return -number;
}

int hand_out(std::shared_ptr<StickNode> node, fuse_file_info* info) {
    info->fh = ++last_handle;
    opened[info->fh] = std::move(node);
    return 0;
}

int get_attributes(const char* path, struct stat* status, fuse_file_info* info) {
    const auto held = info != nullptr ? opened.find(info->fh) : opened.end();
    const auto node = held != opened.end() ? held->second : content->find(path);
    if (node == nullptr) return -ENOENT;
    *status = {};
    status->st_mode = node->folder ? S_IFDIR | 0755U : S_IFREG | 0755U;  // as FAT has it
    status->st_nlink = 1;
    status->st_uid = ::getuid();
    status->st_gid = ::getgid();
    status->st_size = static_cast<off_t>(node->bytes.size());
    return 0;
}

int read_folder(const char* path, void* buffer, fuse_fill_dir_t fill, off_t, fuse_file_info*,
                fuse_readdir_flags) {
    const auto node = content->find(path);
    if (node == nullptr) return -ENOENT;
    for (const auto& [name, below] : node->names)
        fill(buffer, name.c_str(), nullptr, 0, fuse_fill_dir_flags{});
    return 0;
}

int create(const char* path, mode_t, fuse_file_info* info) {
    if (const int made = content->make(path, false); made != 0) return -made;
    told(0);
    return hand_out(content->find(path), info);
}

int open(const char* path, fuse_file_info* info) {
    auto node = content->find(path);
    return node == nullptr ? -ENOENT : hand_out(std::move(node), info);
}

int read(const char*, char* buffer, std::size_t size, off_t at, fuse_file_info* info) {
    const auto& bytes = opened.at(info->fh)->bytes;
    const auto from = std::min(static_cast<std::size_t>(at), bytes.size());
    return static_cast<int>(bytes.copy(buffer, size, from));
}

int write(const char*, const char* buffer, std::size_t size, off_t at, fuse_file_info* info) {
    const int failed =
        told(content->write(*opened.at(info->fh), {buffer, size}, static_cast<std::uint64_t>(at)));
    return failed != 0 ? failed : static_cast<int>(size);
}

int truncate(const char* path, off_t size, fuse_file_info*) {
    const auto node = content->find(path);
    if (node == nullptr) return -ENOENT;
    return told(content->truncate(*node, static_cast<std::uint64_t>(size)));
}

int sync(const char* path, int, fuse_file_info* info) {
    const auto held = opened.find(info->fh);
    const auto node = held != opened.end() ? held->second : content->find(path);
    return node == nullptr ? -ENOENT : told(content->sync(*node));
}

int sync_folder(const char* path, int, fuse_file_info*) {
    const auto node = content->find(path);
    return node == nullptr ? -ENOENT : told(content->sync(*node));
}

int rename(const char* from, const char* to, unsigned flags) {
    if (flags != 0 && flags != RENAME_NOREPLACE) return -EINVAL;
    return told(content->rename(from, to, flags == 0));
}

int room(const char*, struct statvfs* status) {
    constexpr unsigned long block = 512;
    *status = {};
    status->f_bsize = status->f_frsize = block;
    status->f_bfree = status->f_bavail = content->room_left() / block;
    status->f_blocks = status->f_bfree + 1;
    status->f_namemax = 255;
    return 0;
}

fuse_operations operations() {
    fuse_operations all = {};
    all.init = [](fuse_conn_info*, fuse_config* settings) -> void* {
        settings->hard_remove = 1;
        settings->entry_timeout = settings->attr_timeout = settings->negative_timeout = 0;
        return nullptr;
    };
    all.getattr = get_attributes;
    all.readdir = read_folder;
    all.mkdir = [](const char* path, mode_t) { return told(content->make(path, true)); };
    all.rmdir = [](const char* path) { return told(content->remove(path, true)); };
    all.unlink = [](const char* path) { return told(content->remove(path, false)); };
    all.symlink = [](const char*, const char*) { return -EPERM; };  // FAT has no links
    all.link = [](const char*, const char*) { return -EPERM; };
    all.chmod = [](const char*, mode_t, fuse_file_info*) { return 0; };
    all.utimens = [](const char*, const timespec*, fuse_file_info*) { return 0; };
    all.rename = rename;
    all.create = create;
    all.open = open;
    all.read = read;
    all.write = write;
    all.truncate = truncate;
    all.fsync = sync;
    all.fsyncdir = sync_folder;
    all.release = [](const char*, fuse_file_info* info) {
        opened.erase(info->fh);
        return 0;
    };
    all.statfs = room;
    return all;
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 8) return EXIT_FAILURE;
    const auto number = [&](int n) { return std::strtoull(arguments[n], nullptr, 10); };
    StickContent held(arguments[2], {.pulled_at = number(3),
                                     .room = number(4),
                                     .largest_file = number(5),
                                     .seed = static_cast<std::uint32_t>(number(6))});
    content = &held;
    slowness = std::chrono::milliseconds(number(7));
    std::signal(SIGUSR1, [](int) { told_to_pull = 1; });

    char* names[] = {arguments[0], nullptr};
    fuse_args none = FUSE_ARGS_INIT(1, names);
    const auto all = operations();
    fuse* stick = fuse_new(&none, &all, sizeof all, nullptr);
    if (stick == nullptr || fuse_mount(stick, arguments[1]) != 0) {
        std::puts("not mounted");
        return EXIT_FAILURE;
    }
    fuse_set_signal_handlers(fuse_get_session(stick));
    std::puts("in");
    std::fflush(stdout);
    fuse_loop(stick);
    fuse_unmount(stick);
    held.save();
    return EXIT_SUCCESS;
}
