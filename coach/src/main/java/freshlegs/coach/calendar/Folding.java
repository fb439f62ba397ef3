package freshlegs.coach.calendar;

import java.nio.charset.StandardCharsets;

/** Lines of at most 75 octets of UTF-8 (RFC 5545, 3.1): a longer one goes on after a line break and a space. */
final class Folding {
    private static final int MOST_OCTETS = 75;

    private Folding() {}

    static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length() + text.length() / MOST_OCTETS * 3);
        int octets = 0;
        for (int at = 0; at < text.length(); ) {
            String letter = Character.toString(text.codePointAt(at));
            at += letter.length();
            int width = letter.getBytes(StandardCharsets.UTF_8).length;
            boolean ends = letter.equals("\r") || letter.equals("\n");
            if (!ends && octets + width > MOST_OCTETS) {
                folded.append("\r\n ");
                octets = 1;
            }
            folded.append(letter);
            octets = ends ? 0 : octets + width;
        }
        return folded.toString();
    }
}
