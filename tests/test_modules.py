"""What a page's script imports, and what that imports."""

from workshop.assets import modules_of
from workshop.modules import modules

SOURCES = {
    "js/page.js": 'import { a } from "./a.js";\nimport {\n b\n} from "./parts/b.js";\nimport "./kept.js";\n',
    "js/a.js": 'import { read } from "./kept.js";\nconst { io } = await bring("../vendor/io.js");\n',
    "js/parts/b.js": 'export { d } from "../d.js";\nexport const from = one("input:checked");\n',
    "js/kept.js": "export const read = 1;\n",
    "js/d.js": 'import { a } from "./a.js"; // and back again\n',
    "vendor/io.js": "",
}


def test_everything_that_is_imported_is_found_once_the_nearest_first_and_what_comes_later_last() -> None:
    found = modules(["js/page.js"], SOURCES.__getitem__)

    assert found == ["js/page.js", "js/a.js", "js/parts/b.js", "js/kept.js", "js/d.js", "vendor/io.js"]


def test_a_script_that_imports_nothing_is_alone() -> None:
    assert modules(["js/kept.js"], SOURCES.__getitem__) == ["js/kept.js"]


def test_the_phone_has_its_connection_last() -> None:
    found = modules_of("js/phone.js", "js/kinds/choice.js")

    assert found[0] == "js/phone.js"
    assert found[-1] == "vendor/socket.io/socket.io.esm.min.js"
    assert {"js/page.js", "js/kept.js", "js/kinds/single.js"} <= {*found}
