package freshlegs.coach.page;

import freshlegs.coach.read.BoardRow;

/**
 * A marker of the last judged day against the athlete's own baseline: the value, which way it lies, and by how many of the athlete's
 * own spreads; {@code look} is {@code calm}, {@code watch} from one spread on the worse side, {@code far} from two.
 */
public record Marker(String value, String unit, String arrow, String word, String look) {
    private static final double OUTSIDE = 1;
    private static final double FAR = 2;

    static Marker of(BoardRow.Reading reading, String unit, Voice voice) {
        if (reading.value().isEmpty()) {
            return new Marker(Numbers.NONE, "", "", voice.say("words.not-known"), "unknown");
        }
        double value = reading.value().getAsDouble();
        String shown = Numbers.whole(value);
        if (reading.z().isEmpty() || reading.baseline().isEmpty()) {
            String usual = reading.baseline().isPresent()
                    ? voice.say("board.usual", Numbers.whole(reading.baseline().getAsDouble()))
                    : voice.say("board.no-baseline");
            return new Marker(shown, unit, "", usual, "unknown");
        }
        double z = reading.z().getAsDouble();
        boolean inBand = Math.abs(z) < OUTSIDE;
        return new Marker(
                shown,
                unit,
                inBand ? "" : value > reading.baseline().getAsDouble() ? "▲" : "▼",
                inBand ? voice.say("board.in-band") : "z " + Numbers.signed(reading.z()),
                z >= FAR ? "far" : z >= OUTSIDE ? "watch" : "calm");
    }
}
