// What can be wrong with a foreign file, with the message a clerk reads.
#pragma once

#include "base/problem.hpp"

namespace gk::document {

inline constexpr ProblemCode file_unreadable{"document.file_unreadable", ErrorKind::not_found,
                                             "打不开文件“{}”。",
                                             "核对文件路径是否正确，以及是否有权读取。"};

inline constexpr ProblemCode file_too_large{
    "document.too_large", ErrorKind::invalid, "文件超过{}MB，没有读取。",
    "年度报告一般不到1MB：去掉文件中的图片，或者只保留报告正文后再试。"};

inline constexpr ProblemCode file_empty{"document.empty", ErrorKind::invalid,
                                        "文件是空的，没有任何内容。",
                                        "核对是否选错了文件，或者上传、下载中断。"};

inline constexpr ProblemCode unknown_kind{
    "document.unknown_kind", ErrorKind::invalid, "认不出这是什么文件。",
    "可以读取网页（html）、docx、xlsx、有文字的PDF、Markdown和纯文本。"};

inline constexpr ProblemCode unsupported_kind{
    "document.unsupported_kind", ErrorKind::invalid, "这是{}，不能从中读取报告。",
    "请另存或导出为docx、xlsx、有文字的PDF、网页或纯文本后再试。"};

inline constexpr ProblemCode old_office{"document.old_office", ErrorKind::invalid,
                                        "这是旧版{0}文件，不能直接读取。",
                                        "请用Word或WPS打开，另存为{1}后再试。"};

inline constexpr ProblemCode encrypted{"document.encrypted", ErrorKind::invalid,
                                       "文件设有打开密码，不能读取。", "请去掉密码，另存后再试。"};

inline constexpr ProblemCode archive_bomb{"document.archive_bomb", ErrorKind::invalid,
                                          "文件解压后的体积异常（可能是压缩炸弹），已经停止读取。",
                                          "请用Word或WPS打开，确认内容无误后另存一份再试。"};

inline constexpr ProblemCode broken_archive{"document.broken_archive", ErrorKind::invalid,
                                            "文件已损坏，缺少或读不出“{}”。",
                                            "请用Word或WPS打开并另存一份；打不开时请重新下载。"};

inline constexpr ProblemCode entity_refused{
    "document.entity_refused", ErrorKind::invalid,
    "文件“{}”部分含有文档类型声明，为安全起见没有读取。",
    "正常的docx、xlsx不含这种声明：请用Word或WPS打开后另存一份。"};

inline constexpr ProblemCode no_text_layer{
    "document.no_text_layer", ErrorKind::invalid, "PDF里只有图片，没有可以读取的文字。",
    "这是扫描件：请使用由Word或WPS导出的PDF，或者直接使用docx文件。"};

inline constexpr ProblemCode broken_pdf{"document.broken_pdf", ErrorKind::invalid,
                                        "PDF文件已损坏，不能读取。",
                                        "请重新下载，或者从原文件重新导出。"};

inline constexpr ProblemCode reader_stopped{
    "document.reader_stopped", ErrorKind::invalid,
    "读取这个文件时耗尽了时间或内存，或者意外中断，已经放弃。",
    "请用Word或WPS打开，另存一份再试；仍不行时请把报告正文复制为纯文本。"};

inline constexpr ProblemCode too_deep{"document.too_deep", ErrorKind::invalid,
                                      "文件的嵌套超过{}层，没有读取。",
                                      "请用Word或WPS打开，把报告正文复制到新文件后再试。"};

inline constexpr ProblemCode too_many_parts{"document.too_many_parts", ErrorKind::invalid,
                                            "文件的{}过多，没有读取。", "请只保留报告正文后再试。"};

inline constexpr ProblemCode upload_too_large{
    "document.upload_too_large", ErrorKind::invalid, "文件超过{}MB，没有保存。",
    "照片请在手机上选择较小的尺寸后再传；PDF请压缩或者分成几个文件。"};

inline constexpr ProblemCode upload_kind{
    "document.upload_kind", ErrorKind::invalid, "这是{}，不能接收。",
    "请上传jpg、png、heic图片，或者PDF、docx文件；改文件名没有用，需要另存为这些格式。"};

inline constexpr ProblemCode broken_image{"document.broken_image", ErrorKind::invalid,
                                          "{}图片已损坏，打不开。", "请重新拍照或者另存后再传。"};

inline constexpr ProblemCode image_too_large{"document.image_too_large", ErrorKind::invalid,
                                             "图片有{}×{}个像素，超过{}万像素，没有保存。",
                                             "请用手机或电脑缩小图片后再传。"};

inline constexpr ProblemCode has_macros{"document.has_macros", ErrorKind::invalid,
                                        "文件中含有宏，为安全起见没有接收。",
                                        "请用Word或WPS打开，另存为不含宏的docx文件。"};

inline constexpr ProblemCode cleaner_stopped{
    "document.cleaner_stopped", ErrorKind::invalid,
    "处理这个文件时耗尽了时间或内存，或者意外中断，没有保存。",
    "图片请缩小后再传；PDF、docx请打开后另存一份再传。"};

inline constexpr ProblemCode charset_undecodable{
    "document.charset_undecodable", ErrorKind::invalid,
    "文字的编码不是UTF-8、UTF-16或GB18030，读出来是乱码。",
    "请用记事本或WPS打开，确认文字正常后另存为UTF-8编码。"};

}  // namespace gk::document
