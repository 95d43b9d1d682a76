"""System calls that fail, by strace's injection: in the short form some of them, in the long one each in turn."""

import pytest
from faults.full import FULL, MOST
from faults.ground import Ground
from faults.said import ended_before_us, is_as_promised, is_clean, is_said
from faults.tracing import Call, spread, traced

pytestmark = pytest.mark.usefixtures("strace")

# What does not keep a build from being published: there is another way, or it is not needed.
MENDED = """
renameat2:error=ENOSYS renameat2:error=EINVAL link:error=EMLINK link:error=EPERM link:error=EXDEV link:error=ENOSPC
unlink:error=EBUSY unlink:error=EACCES rmdir:error=EBUSY rmdir:error=ENOTEMPTY fsync:error=EIO fchmod:error=EPERM
chmod:error=EPERM syncfs:error=ENOSYS flock:error=EINTR:when=1
""".split()
# What does: (calls that fail, the error that is told).
REFUSED = {
    "renameat2:error=EXDEV": "EXDEV",
    "renameat2:error=EBUSY": "EBUSY",
    "renameat2:error=EPERM": "EPERM",
    "renameat2:error=EIO": "EIO",
    "syncfs:error=EIO": "EIO",
    "syncfs:error=ENOSPC": "ENOSPC",
    "flock:error=ENOLCK": "ENOLCK",
    "mkdir:error=EROFS": "EROFS",
    "getcwd:error=ENOENT": "",
}
SHORT = {"syncfs:error=EIO"}
NAMES = {"renameat2": "renameat2,rename", "link": "link,linkat", "mkdir": "mkdir,mkdirat", "chmod": "chmod,fchmodat"}


def in_short(found: list[str]) -> list[str]:
    return found if FULL else [one for one in found if one in SHORT]


@pytest.mark.parametrize("fault", in_short(MENDED))
def test_what_fails_is_done_another_way(ground: Ground, fault: str) -> None:
    ended, _ = traced(ground, fault.partition(":")[0], inject=fault)
    is_clean(ended)
    assert (ended.status, ground.whole()) == (0, "new"), ended


@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize("fault", in_short(list(REFUSED)))
def test_what_fails_is_said(ground: Ground, fault: str, language: str) -> None:
    if not FULL and language == "en":
        pytest.skip("in full alone")
    ended, _ = traced(ground, fault.partition(":")[0], inject=fault, language=language)
    assert (ended.status, ground.whole()) == (1, "old"), ended
    if REFUSED[fault]:
        is_said(ended, REFUSED[fault], language)
    else:
        is_clean(ended)


@pytest.mark.skipif(not FULL, reason="in full alone")
@pytest.mark.parametrize("error", ["EACCES", "EIO", "ENOSPC"])
@pytest.mark.parametrize("when", [1, 2])
def test_without_exchange_each_rename_may_fail(ground: Ground, error: str, when: int) -> None:
    """The old tree goes aside, then the new one takes its place: if that can't be, the old one comes back."""
    first = "renameat2:error=ENOSYS"
    ended, _ = traced(ground, "renameat2,rename", inject=f"{first} rename:error={error}:when={when}")
    is_as_promised(ground, ended, error, "es")


KINDS = """
write:ENOSPC write:EDQUOT write:EIO write:EINTR write:EFBIG openat:EMFILE openat:ENFILE openat:EACCES openat:EROFS
openat:ENOMEM openat:EIO read:EIO read:EINTR newfstatat:EIO newfstatat:EACCES newfstatat:ENOMEM getdents64:EIO
mkdir:ENOSPC mkdir:EACCES close:EIO pwrite64:ENOSPC pwrite64:EIO pread64:EIO mmap:ENOMEM
""".split()


@pytest.mark.skipif(not FULL, reason="in full alone")
@pytest.mark.parametrize("kind", KINDS)
def test_each_call_in_turn(ground: Ground, kind: str) -> None:
    """Of each place in the workspace, and evenly between them."""
    name, _, error = kind.partition(":")
    _, found = traced(ground, name)
    ground.settle()
    chosen = spread(found, name, MOST) if name != "mmap" else _evenly(found)
    assert chosen
    for number, call in enumerate(chosen):
        language = ("es", "en")[number % 2]
        ground.turn()
        inject, about = call.fault(f"error={error}")
        ended, hit = traced(ground, name, inject=inject, about=about, language=language)
        is_hit = any("INJECTED" in one.rest for one in hit)
        if is_hit and not ended_before_us(ended):
            is_as_promised(ground, ended, error, language)
        elif about and not is_hit:  # what is kept made this call needless
            assert (ended.status, ground.whole()) == (0, "new"), (call, ended)
        else:  # the number was another call's: of Python itself, which need not know our sentences
            ground.whole()
            ground.without_report(ended)
        ground.settle()


def _evenly(found: list[Call]) -> list[Call]:
    return found[:: max(1, len(found) // MOST)]
