#include "document/wire.hpp"

#include <cstdint>
#include <vector>

#include "base/text.hpp"

namespace gk::document {

namespace {

constexpr std::string_view magic = "GKD1";
constexpr int side_max = 1 << 20;  // Rows or columns of a grid.
constexpr std::int64_t area_max = 1 << 24;

enum class Tag : std::uint8_t { problems, document, paragraph, grid, file };

class Writer {
public:
    explicit Writer(std::string& out) : out_(out) {}

    void tag(Tag value) { out_ += static_cast<char>(value); }

    void number(std::int64_t value) {
        for (unsigned shift = 0; shift < 32; shift += 8) {
            out_ += static_cast<char>((static_cast<std::uint64_t>(value) >> shift) & 0xFFU);
        }
    }

    void text(std::string_view value) {
        number(static_cast<std::int64_t>(value.size()));
        out_ += value;
    }

private:
    std::string& out_;
};

// After the first thing that is wrong, everything reads as empty and `is_good` is false.
class Reader {
public:
    explicit Reader(std::string_view bytes) : rest_(bytes) {}

    [[nodiscard]] bool is_good() const { return is_good_; }

    [[nodiscard]] bool is_at_end() const { return rest_.empty(); }

    std::uint8_t byte(std::uint8_t most) {
        const auto value = take(1);
        const auto number = value.empty() ? std::uint8_t{0} : static_cast<std::uint8_t>(value[0]);
        check(number <= most);
        return is_good_ ? number : std::uint8_t{0};
    }

    int number(int least, int most) {
        const auto value = take(4);
        std::uint32_t bits = 0;
        for (std::size_t i = 0; i < value.size(); ++i) {
            bits |= static_cast<std::uint32_t>(static_cast<unsigned char>(value[i])) << (8 * i);
        }
        const auto number = static_cast<std::int32_t>(bits);
        check(number >= least && number <= most);
        return is_good_ ? number : least;
    }

    std::string text() {
        const auto value = take(static_cast<std::size_t>(number(0, INT32_MAX)));
        check(text::is_utf8(value));
        return is_good_ ? std::string(value) : std::string();
    }

    std::string bytes() {
        return std::string(take(static_cast<std::size_t>(number(0, INT32_MAX))));
    }

    void check(bool holds) { is_good_ = is_good_ && holds; }

private:
    std::string_view take(std::size_t size) {
        check(size <= rest_.size());
        if (!is_good_) {
            return {};
        }
        const auto taken = rest_.substr(0, size);
        rest_.remove_prefix(size);
        return taken;
    }

    std::string_view rest_;
    bool is_good_ = true;
};

void write(Writer& out, const Paragraph& paragraph) {
    out.tag(Tag::paragraph);
    out.text(paragraph.text);
    out.number(paragraph.heading_level);
    out.number(paragraph.page);
}

void write(Writer& out, const Grid& grid) {
    out.tag(Tag::grid);
    out.number(grid.rows);
    out.number(grid.columns);
    out.number(grid.page);
    out.number(static_cast<std::int64_t>(grid.cells.size()));
    for (const auto& cell : grid.cells) {
        out.text(cell.text);
        out.number(cell.row);
        out.number(cell.column);
        out.number(cell.row_span);
        out.number(cell.column_span);
    }
}

Paragraph read_paragraph(Reader& in) {
    Paragraph paragraph;
    paragraph.text = in.text();
    paragraph.heading_level = in.number(0, 6);
    paragraph.page = in.number(0, INT32_MAX);
    return paragraph;
}

Grid read_grid(Reader& in) {
    Grid grid;
    grid.rows = in.number(0, side_max);
    grid.columns = in.number(0, side_max);
    grid.page = in.number(0, INT32_MAX);
    in.check(static_cast<std::int64_t>(grid.rows) * grid.columns <= area_max);
    const int count = in.number(0, INT32_MAX);
    for (int i = 0; i < count && in.is_good(); ++i) {
        GridCell cell;
        cell.text = in.text();
        cell.row = in.number(0, grid.rows - 1);
        cell.column = in.number(0, grid.columns - 1);
        cell.row_span = in.number(1, grid.rows - cell.row);
        cell.column_span = in.number(1, grid.columns - cell.column);
        grid.cells.push_back(std::move(cell));
    }
    return grid;
}

Document read_document(Reader& in) {
    Document document;
    document.kind = static_cast<FileKind>(in.byte(static_cast<std::uint8_t>(FileKind::xlsx)));
    document.title = in.text();
    const int count = in.number(0, INT32_MAX);
    for (int i = 0; i < count && in.is_good(); ++i) {
        const auto tag = static_cast<Tag>(in.byte(static_cast<std::uint8_t>(Tag::grid)));
        if (tag == Tag::paragraph) {
            document.blocks.emplace_back(read_paragraph(in));
        } else {
            in.check(tag == Tag::grid);
            document.blocks.emplace_back(read_grid(in));
        }
    }
    return document;
}

std::optional<Error> read_error(Reader& in) {
    const auto kind =
        static_cast<ErrorKind>(in.byte(static_cast<std::uint8_t>(ErrorKind::conflict)));
    std::vector<Problem> problems;
    const int count = in.number(1, 100);
    for (int i = 0; i < count && in.is_good(); ++i) {
        Problem problem;
        problem.code = in.text();
        problem.message = in.text();
        problem.hint = in.text();
        problems.push_back(std::move(problem));
    }
    return in.is_good() ? std::optional(Error(kind, std::move(problems))) : std::nullopt;
}

void write_error(std::string& bytes, const Error& error) {
    Writer out(bytes);
    out.tag(Tag::problems);
    bytes += static_cast<char>(error.kind());
    out.number(static_cast<std::int64_t>(error.problems().size()));
    for (const auto& problem : error.problems()) {
        out.text(problem.code);
        out.text(problem.message);
        out.text(problem.hint);
    }
}

SentKind sent_as(MediaKind kind) {
    switch (kind) {
        case MediaKind::jpeg:
            return SentKind::jpeg;
        case MediaKind::png:
            return SentKind::png;
        case MediaKind::pdf:
            return SentKind::pdf;
        case MediaKind::docx:
            return SentKind::docx;
    }
    throw_bug("a kind of file", std::source_location::current());
}

}  // namespace

std::string to_wire(const Result<Document>& result) {
    std::string bytes(magic);
    Writer out(bytes);
    if (!result.has_value()) {
        write_error(bytes, result.error());
        return bytes;
    }
    out.tag(Tag::document);
    bytes += static_cast<char>(result->kind);
    out.text(result->title);
    out.number(static_cast<std::int64_t>(result->blocks.size()));
    for (const auto& block : result->blocks) {
        std::visit([&](const auto& it) { write(out, it); }, block);
    }
    return bytes;
}

std::optional<Result<Document>> from_wire(std::string_view bytes) {
    if (!bytes.starts_with(magic)) {
        return std::nullopt;
    }
    Reader in(bytes.substr(magic.size()));
    const auto tag = static_cast<Tag>(in.byte(static_cast<std::uint8_t>(Tag::document)));
    if (tag == Tag::problems) {
        auto error = read_error(in);
        if (!error || !in.is_at_end()) {
            return std::nullopt;
        }
        return Result<Document>(std::move(*error));
    }
    auto document = read_document(in);
    if (!in.is_good() || !in.is_at_end()) {
        return std::nullopt;
    }
    return Result<Document>(std::move(document));
}

std::string clean_to_wire(const Result<CleanFile>& result) {
    std::string bytes(magic);
    if (!result.has_value()) {
        write_error(bytes, result.error());
        return bytes;
    }
    Writer out(bytes);
    out.tag(Tag::file);
    bytes += static_cast<char>(result->kind);
    out.text(result->bytes);
    return bytes;
}

std::optional<Result<CleanFile>> clean_from_wire(std::string_view bytes) {
    if (!bytes.starts_with(magic)) {
        return std::nullopt;
    }
    Reader in(bytes.substr(magic.size()));
    const auto tag = static_cast<Tag>(in.byte(static_cast<std::uint8_t>(Tag::file)));
    if (tag == Tag::problems) {
        auto error = read_error(in);
        if (!error || !in.is_at_end()) {
            return std::nullopt;
        }
        return Result<CleanFile>(std::move(*error));
    }
    in.check(tag == Tag::file);
    CleanFile file;
    file.kind = static_cast<MediaKind>(in.byte(static_cast<std::uint8_t>(MediaKind::docx)));
    file.bytes = in.bytes();
    if (!in.is_good() || !in.is_at_end() || sent_kind(file.bytes) != sent_as(file.kind)) {
        return std::nullopt;
    }
    return Result<CleanFile>(std::move(file));
}

}  // namespace gk::document
