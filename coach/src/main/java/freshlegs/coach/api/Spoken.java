package freshlegs.coach.api;

import freshlegs.coach.access.Right;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One way of the API as it is told to programs: what it does in a sentence, what it takes and what it gives. Without a {@code right} it
 * is for every visitor or, if {@code open}, for everybody. {@code media} is what it gives, JSON of a type or a file.
 */
public record Spoken(
        String method,
        String path,
        boolean open,
        Optional<Right> right,
        String sentence,
        Optional<Class<? extends Record>> sends,
        Optional<Class<? extends Record>> gives,
        int status,
        String media,
        List<Asking> asks) {
    private static final String JSON = "application/json";

    /** Something that may be asked for behind the address; {@code words} are the only ones allowed, if there are any. */
    public record Asking(String name, String sentence, boolean number, List<Object> words) {
        public static Asking number(String name, String sentence, Object... words) {
            return new Asking(name, sentence, true, List.of(words));
        }

        public static Asking text(String name, String sentence) {
            return new Asking(name, sentence, false, List.of());
        }
    }

    /** The same under an address. */
    public Spoken at(String how, String where, boolean forAll, Optional<Right> whoever) {
        return new Spoken(how, where, forAll, whoever, sentence, sends, gives, status, media, asks);
    }

    /** Gives something at once. */
    public static Spoken gives(String sentence, Class<? extends Record> type) {
        return new Spoken(
                "", "", false, Optional.empty(), sentence, Optional.empty(), Optional.of(type), 200, JSON, List.of());
    }

    /** Gives a file of another type, such as {@code text/csv}. */
    public static Spoken file(String sentence, String media) {
        return new Spoken(
                "", "", false, Optional.empty(), sentence, Optional.empty(), Optional.empty(), 200, media, List.of());
    }

    /** Takes something and gives a receipt for it. */
    public static Spoken takes(String sentence, Class<? extends Record> type) {
        return new Spoken(
                "",
                "",
                false,
                Optional.empty(),
                sentence,
                Optional.of(type),
                Optional.of(Given.Receipt.class),
                202,
                JSON,
                List.of());
    }

    /** Takes nothing and gives a receipt. */
    public static Spoken takesBack(String sentence) {
        return new Spoken(
                "",
                "",
                false,
                Optional.empty(),
                sentence,
                Optional.empty(),
                Optional.of(Given.Receipt.class),
                202,
                JSON,
                List.of());
    }

    public Spoken asking(Asking asking) {
        List<Asking> all = new ArrayList<>(asks);
        all.add(asking);
        return new Spoken(method, path, open, right, sentence, sends, gives, status, media, List.copyOf(all));
    }

    /** A list that goes on. */
    public Spoken paged(int usual, int most) {
        return asking(Asking.number("limit", "How many at most: 1 to " + most + ", " + usual + " when it is not said."))
                .asking(Asking.text("before", "Where the last answer said that the list goes on (its next)."));
    }
}
