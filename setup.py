"""Build from a clone without symlinks too: there each link in src/effektlov is a text file.

Setuptools would silently ship a wheel without the law. So each such file is replaced by the
folder that it names while the build runs, and put back afterwards.
"""

import shutil
from pathlib import Path

from setuptools import setup

links = {
    path: path.read_text()
    for path in (Path(__file__).parent / "src" / "effektlov").iterdir()
    if path.is_file() and not path.suffix and path.read_text().startswith("../../")
}
for path, target in links.items():
    path.unlink()
    shutil.copytree((path.parent / target.strip()).resolve(), path)
try:
    setup()
finally:
    for path, target in links.items():
        shutil.rmtree(path)
        path.write_text(target)
