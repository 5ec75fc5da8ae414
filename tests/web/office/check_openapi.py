#!/usr/bin/env python3
"""Whether the OpenAPI document is one, by means that are not ours: every schema is a schema of
JSON Schema 2020-12, every reference leads somewhere, every path names its parameters."""
import json
import re
import sys

import jsonschema

METHODS = {"get", "put", "post", "delete", "patch"}


def references(node):
    if isinstance(node, dict):
        for key, value in node.items():
            if key == "$ref":
                yield value
            yield from references(value)
    elif isinstance(node, list):
        for value in node:
            yield from references(value)


def follow(document, reference):
    assert reference.startswith("#/"), reference
    for part in reference[2:].split("/"):
        document = document[part.replace("~1", "/").replace("~0", "~")]
    return document


def check_operation(path, method, operation, schemes, ids):
    where = f"{method} {path}"
    assert operation["operationId"] not in ids, f"{where}: operation id twice"
    ids.add(operation["operationId"])
    assert operation["summary"] and operation["tags"], where
    parameters = operation.get("parameters", [])
    in_path = {each["name"] for each in parameters if each["in"] == "path"}
    assert in_path == set(re.findall(r"{(\w+)}", path)), f"{where}: parameters of the path"
    assert all(each["required"] for each in parameters if each["in"] == "path"), where
    names = [(each["in"], each["name"]) for each in parameters]
    assert len(names) == len(set(names)), f"{where}: a parameter twice"
    assert any(status.startswith("2") for status in operation["responses"]), where
    assert all(each.get("description") or "$ref" in each for each in operation["responses"].values())
    for requirement in operation.get("security", []):
        assert set(requirement) <= set(schemes), f"{where}: security"
    contents = [response.get("content", {}) for response in operation["responses"].values()]
    contents.append(operation.get("requestBody", {}).get("content", {}))
    schemas = [media["schema"] for content in contents for media in content.values()]
    schemas += [each["schema"] for each in parameters]
    for schema in schemas:
        jsonschema.Draft202012Validator.check_schema(schema)


def main(file):
    with open(file, encoding="utf-8") as opened:
        document = json.load(opened)
    assert document["openapi"].startswith("3.1."), "openapi"
    assert {"title", "version"} <= set(document["info"]), "info"
    for reference in references(document):
        follow(document, reference)
    components = document["components"]
    for name, schema in components["schemas"].items():
        assert re.fullmatch(r"[A-Z]\w*", name), name
        jsonschema.Draft202012Validator.check_schema(schema)
    ids = set()
    for path, operations in document["paths"].items():
        assert path.startswith("/"), path
        assert set(operations) <= METHODS, path
        for method, operation in operations.items():
            check_operation(path, method, operation, components["securitySchemes"], ids)
    assert ids, "no operations"


if __name__ == "__main__":
    main(sys.argv[1])
