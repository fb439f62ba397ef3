package freshlegs.ingest.workout;

import java.text.Normalizer;

/** Text that every watch can show: printable ASCII, in one line, cut between words where it is too long. */
final class PlainText {
    /** What a cut leaves of "with 6 strides" or ": 35 min". */
    private static final String LOOSE_END = "[ ,;:-]*( (with|and|of|at|in|then|the))?( \\d+)?$";

    private PlainText() {}

    static String of(String text, int longest) {
        String plain = Normalizer.normalize(text.replace("×", "x").replaceAll("\\p{Pd}", "-"), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^ -~]", " ")
                .replaceAll(" +", " ")
                .strip();
        if (plain.length() <= longest) {
            return plain;
        }
        int end = plain.lastIndexOf(' ', longest);
        return plain.substring(0, end > longest / 2 ? end : longest).replaceAll(LOOSE_END, "");
    }
}
