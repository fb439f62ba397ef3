package freshlegs.coach.access;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a token may be used for; handing over files and sharing are for nobody's token. */
public enum Scope {
    READ(Right.SEE),
    ANSWER(Right.ANSWER),
    PLAN(Right.PLAN);

    private final Right right;

    Scope(Right right) {
        this.right = right;
    }

    /** What it lets a token do. */
    public Right right() {
        return right;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty when there is no such scope. */
    public static Optional<Scope> of(String key) {
        return Arrays.stream(values()).filter(scope -> scope.key().equals(key)).findFirst();
    }

    static boolean allow(Set<Scope> scopes, Right right) {
        return scopes.stream().anyMatch(scope -> scope.right == right);
    }

    static String written(Set<Scope> scopes) {
        return scopes.stream().sorted().map(Scope::key).collect(Collectors.joining(" "));
    }

    static Set<Scope> read(String written) {
        EnumSet<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (String key : written.split(" ", -1)) {
            of(key).ifPresent(scopes::add);
        }
        return scopes;
    }
}
