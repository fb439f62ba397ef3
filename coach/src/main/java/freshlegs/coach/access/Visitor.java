package freshlegs.coach.access;

import freshlegs.model.AthleteId;
import freshlegs.model.Person;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Somebody who looks at the console. {@code account} is their opaque id, {@code name} what people call them; {@code everybody} is
 * whether they see every athlete, as the owner of this machine does while there are no accounts; an {@code operator} sees to accounts
 * and sees no athlete by that. A token has at most the rights of its {@code scopes}; nobody else has any.
 */
public record Visitor(
        String account,
        String name,
        boolean everybody,
        boolean operator,
        Map<AthleteId, Role> roles,
        Via via,
        Set<Scope> scopes) {
    private static final String OWNER = "console";

    public Visitor {
        roles = Map.copyOf(roles);
        scopes = Set.copyOf(scopes);
    }

    /** Somebody who is signed in. */
    public Visitor(String account, String name, boolean everybody, boolean operator, Map<AthleteId, Role> roles) {
        this(account, name, everybody, operator, roles, Via.SESSION, Set.of());
    }

    /** Whoever sits at this machine, while there are no accounts. */
    public static Visitor owner() {
        return new Visitor(OWNER, OWNER, true, true, Map.of(), Via.OPEN, Set.of());
    }

    public boolean may(Right right, AthleteId athlete) {
        return hasScope(right) && role(athlete).map(role -> role.may(right)).orElse(false);
    }

    /** Whom this visitor may look at; empty when everybody. */
    public Optional<Set<AthleteId>> sees() {
        return everybody
                ? Optional.empty()
                : Optional.of(roles.keySet().stream()
                        .filter(athlete -> may(Right.SEE, athlete))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** Whether it is a token alone that keeps this visitor from it. */
    public boolean lacksOnlyScope(Right right, AthleteId athlete) {
        return !hasScope(right) && role(athlete).map(role -> role.may(right)).orElse(false);
    }

    /** Whether this visitor may do such things at all, to whomever. */
    public boolean hasScope(Right right) {
        return via != Via.TOKEN || Scope.allow(scopes, right);
    }

    /** As what this visitor stands to an athlete; the owner of the machine as the coach that also shares. */
    public Optional<Role> role(AthleteId athlete) {
        return everybody ? Optional.of(Role.ATHLETE) : Optional.ofNullable(roles.get(athlete));
    }

    /** Whether somebody signed in, so that there is an account to see to. */
    public boolean signedIn() {
        return via == Via.SESSION;
    }

    /** Whether this visitor may bring in new athletes: who coaches somebody or is nothing to anybody yet, and operators. */
    public boolean mayInviteAthletes() {
        return signedIn() && (operator || roles.isEmpty() || roles.containsValue(Role.COACH));
    }

    /** As which athlete this visitor is here, if as one. */
    public Optional<AthleteId> self() {
        return everybody
                ? Optional.empty()
                : roles.entrySet().stream()
                        .filter(known -> known.getValue() == Role.ATHLETE)
                        .map(Map.Entry::getKey)
                        .findFirst();
    }

    /** Whether this visitor is nothing here but one athlete. */
    public boolean isOnlySelf() {
        return signedIn() && !operator && roles.size() == 1 && self().isPresent();
    }

    /** Who says what this visitor says of an athlete. */
    public Person speaker(AthleteId athlete) {
        boolean self = !everybody && roles.get(athlete) == Role.ATHLETE;
        return new Person(self ? Person.Role.ATHLETE : Person.Role.COACH, account);
    }
}
