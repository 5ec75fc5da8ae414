#include "web/portal/error_page.hpp"

namespace gk::web::portal {

namespace {

struct Words {
    std::string_view heading;
    std::string_view message;
};

Words words_of(int status) {
    switch (status) {
        case 403:
            return {"不能查看这一页", "这一页不对外公开。"};
        case 404:
            return {"没有找到这一页",
                    "地址可能写错了，或者这一页还没有公开。请检查地址，或者从下面继续。"};
        case 405:
            return {"这一页不能这样使用", "这个地址只能查看，不能提交内容。"};
        case 429:
            return {"请稍后再试", "短时间内的访问太多，请过一分钟再试。"};
        case 503:
            return {"系统正在维护", "系统暂时不能使用，请稍后再试。"};
        default:
            break;
    }
    if (status >= 400 && status < 500) {
        return {"没有看懂这次访问", "请检查地址，或者从下面继续。"};
    }
    return {"系统暂时无法处理", "系统暂时无法处理，请稍后再试。"};
}

}  // namespace

std::string error_page(const Viewing& viewing, const ErrorView& error) {
    const auto words = words_of(error.status);
    Frame frame(viewing, {.title = std::string(words.heading)}, "error.html");
    frame.body().set("HEADING", words.heading).set("MESSAGE", words.message);
    frame.body().set_any("REFERENCE", error.status >= 500 ? error.request_id : "");
    return frame.render();
}

}  // namespace gk::web::portal
