package freshlegs.app.doctor;

import java.time.Duration;
import java.util.List;

/** One thing to look at: its name, what it looks at in a sentence, and how long that may take. */
public record Check(String name, String looksAt, Duration limit, Look look) {

    /** Looks, and answers with at least one finding. */
    @FunctionalInterface
    interface Look {
        List<Finding> at(Site site) throws Exception;
    }

    static Check of(String name, String looksAt, Look look) {
        return new Check(name, looksAt, Duration.ofSeconds(12), look);
    }

    /** All there are, from what lies beneath to what people notice. */
    public static List<Check> all() {
        return Checks.ALL;
    }
}
