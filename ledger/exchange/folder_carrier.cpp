#include "ledger/exchange/folder_carrier.h"

#include "ledger/exchange/folder_files.h"

#include <utility>

namespace placet::ledger {
namespace {

class FolderCarrier : public Carrier {
public:
    explicit FolderCarrier(FolderFiles files) : files_(std::move(files)) {}

    Result<Bytes> read(std::string_view path, std::uint64_t from, std::size_t limit) override {
        const auto file = files_.file(path);
        if (!file) return file.error();
        auto bytes = file->read(from, limit);
        if (bytes) bytes_read_ += bytes->size();
        return bytes;
    }
    std::string name() const override { return files_.path().string(); }
    std::uint64_t bytes_read() const override { return bytes_read_; }

private:
    FolderFiles files_;
    std::uint64_t bytes_read_ = 0;
};

}  // namespace

Result<std::unique_ptr<Carrier>> open_folder(const std::filesystem::path& folder) {
    auto files = FolderFiles::open(folder);
    if (!files) return files.error();
    return std::unique_ptr<Carrier>(std::make_unique<FolderCarrier>(*std::move(files)));
}

}  // namespace placet::ledger
