package freshlegs.coach.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be done about an alert from a message, and which right that takes. */
public enum Deed {
    /** It is called right. */
    RIGHT(Right.ANSWER),
    /** It is called wrong, for a reason. */
    WRONG(Right.ANSWER),
    /** The change of the plan is accepted. */
    ACCEPT(Right.PLAN),
    /** The session stays as planned, for a reason. */
    KEEP(Right.PLAN),
    /** Nobody is told of its cause for a few days. */
    SNOOZE(Right.ANSWER);

    private final Right right;

    Deed(Right right) {
        this.right = right;
    }

    public Right right() {
        return right;
    }

    /** Whether it is about a change of the plan. */
    public boolean plans() {
        return right == Right.PLAN;
    }

    /** Whether others who read it later are told why. */
    public boolean takesReason() {
        return this == WRONG || this == KEEP;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Deed> of(String key) {
        return Arrays.stream(values()).filter(deed -> deed.key().equals(key)).findFirst();
    }
}
