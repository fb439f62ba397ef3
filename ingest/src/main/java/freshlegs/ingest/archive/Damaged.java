package freshlegs.ingest.archive;

import java.io.EOFException;
import java.util.Locale;

/** An archive, or a file in it, can be read no further; the message is a sentence for its owner. */
final class Damaged extends Exception {
    private static final long serialVersionUID = 1;

    private static final int LONGEST = 160;

    Damaged(String reason) {
        super(reason, null, false, false);
    }

    static Damaged by(Exception e) {
        String told = String.valueOf(e.getMessage());
        String lower = told.toLowerCase(Locale.ROOT);
        boolean cut = e instanceof EOFException || lower.contains("truncated") || lower.contains("unexpected end");
        return new Damaged(cut ? "cut short" : "damaged: " + plain(e.getMessage() == null ? "not readable" : told));
    }

    String reason() {
        return String.valueOf(getMessage());
    }

    private static String plain(String text) {
        String plain = text.replaceAll("[\\p{C}\\s]+", " ").strip();
        return plain.substring(0, Math.min(LONGEST, plain.length()));
    }
}
