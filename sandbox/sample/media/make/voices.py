"""What the old neighbours say, spoken by espeak-ng, made a voice message by ffmpeg (Opus in OGG, mono).

espeak-ng is under the GPL, which holds for the program and not for what it speaks; so the recordings are
ours. The words stand here in Pinyin, by ear: the synthesizer's own dictionary does not know which of its
readings a sign has in a sentence.
"""

import subprocess
import tempfile
from pathlib import Path

WORDS = {
    "voice-lamp.ogg": "lou2dao4 li3 de5 deng1 huai4le5, wan3shang5 kan4bu2jian4, wo3 tui3jiao3 bu4hao3, "
    "ma2fan5 ni3men5 lai2 kan4kan5.",
    "voice-medicine.ogg": "wo3de5 yao4 kuai4 chi1wan2le5, zi4ji3 qu4bu5liao3 yi1yuan4, "
    "neng2bu5neng2 bang1wo3 qu3 yi2xia4 yao4?",
    "voice-thanks.ogg": "xie4xie5 ni3men5, xin1ku3le5.",
}
SPEAK = ["espeak-ng", "-v", "cmn-latn-pinyin+m1", "-s", "105", "-g", "2"]  # an old man, slowly
ROOM = (
    "adelay=300:all=1,apad=pad_dur=0.4,highpass=90,lowpass=6500,aecho=0.9:0.5:23|41:0.18|0.10,loudnorm=I=-18"
)
OPUS = ["-ac", "1", "-ar", "48000", "-c:a", "libopus", "-b:a", "16k", "-application", "voip"]
SAME_EVERY_TIME = ["-map_metadata", "-1", "-fflags", "+bitexact", "-flags:a", "+bitexact"]


def made(name: str) -> bytes:
    """The voice message of that name, as OGG."""
    with tempfile.TemporaryDirectory() as folder:
        spoken, heard = Path(folder, "spoken.wav"), Path(folder, "heard.ogg")
        _run(*SPEAK, "-w", str(spoken), WORDS[name])
        _run(
            "ffmpeg",
            "-loglevel",
            "error",
            "-i",
            str(spoken),
            "-af",
            ROOM,
            *OPUS,
            *SAME_EVERY_TIME,
            str(heard),
        )
        return heard.read_bytes()


def _run(*command: str) -> None:
    subprocess.run(command, check=True)  # noqa: S603 - words of this file only
