package freshlegs.coach.page;

import java.util.OptionalDouble;

/** A number as a bar over the athlete's own band, from nought on; {@code word} says what the drawing shows. */
public record Gauge(String number, String width, String bandLeft, String bandWidth, String word) {
    public static final int WIDTH = 100;
    private static final double ROOM = 1.35;

    static Gauge of(OptionalDouble number, OptionalDouble low, OptionalDouble high, Voice voice) {
        boolean banded = low.isPresent() && high.isPresent();
        double most = ROOM * Math.max(1, Math.max(number.orElse(0) / ROOM, high.orElse(0)));
        double left = banded ? Math.max(0, low.getAsDouble()) : 0;
        return new Gauge(
                Numbers.whole(number),
                share(Math.max(0, number.orElse(0)), most),
                share(left, most),
                share(banded ? Math.max(0, high.getAsDouble() - left) : 0, most),
                number.isEmpty()
                        ? voice.say("words.not-known")
                        : banded ? word(number.getAsDouble(), low, high, voice) : voice.say("board.no-band"));
    }

    private static String word(double number, OptionalDouble low, OptionalDouble high, Voice voice) {
        if (number < low.getAsDouble()) {
            return voice.say("board.below", Numbers.whole(low));
        }
        return number > high.getAsDouble() ? voice.say("board.above", Numbers.whole(high)) : voice.say("board.in-band");
    }

    private static String share(double part, double most) {
        return Numbers.one(WIDTH * part / most);
    }
}
