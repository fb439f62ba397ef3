package freshlegs.coach.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** As what somebody stands to an athlete: each role has all rights up to its own, and only athletes share themselves. */
public enum Role {
    ATHLETE(Right.SHARE),
    COACH(Right.HAND_OVER),
    ASSISTANT(Right.ANSWER),
    VIEWER(Right.SEE);

    private final Right most;

    Role(Right most) {
        this.most = most;
    }

    public boolean may(Right right) {
        return right.compareTo(most) <= 0;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty when there is no such role. */
    public static Optional<Role> of(String key) {
        return Arrays.stream(values()).filter(role -> role.key().equals(key)).findFirst();
    }
}
