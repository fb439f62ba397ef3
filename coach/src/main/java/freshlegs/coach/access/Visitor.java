package freshlegs.coach.access;

import freshlegs.model.AthleteId;
import freshlegs.model.Person;
import java.util.Map;
import java.util.Optional;

/**
 * Somebody who looks at the console. {@code account} is their opaque id, {@code name} what people call them; {@code everybody} is
 * whether they see every athlete, as the owner of this machine does while there are no accounts; an {@code operator} sees to accounts
 * and sees no athlete by that.
 */
public record Visitor(String account, String name, boolean everybody, boolean operator, Map<AthleteId, Role> roles) {
    private static final String OWNER = "console";

    public Visitor {
        roles = Map.copyOf(roles);
    }

    /** Whoever sits at this machine, while there are no accounts. */
    public static Visitor owner() {
        return new Visitor(OWNER, OWNER, true, true, Map.of());
    }

    public boolean may(Right right, AthleteId athlete) {
        return role(athlete).map(role -> role.may(right)).orElse(false);
    }

    /** As what this visitor stands to an athlete; the owner of the machine as the coach that also shares. */
    public Optional<Role> role(AthleteId athlete) {
        return everybody ? Optional.of(Role.ATHLETE) : Optional.ofNullable(roles.get(athlete));
    }

    /** Who says what this visitor says of an athlete. */
    public Person speaker(AthleteId athlete) {
        boolean self = !everybody && roles.get(athlete) == Role.ATHLETE;
        return new Person(self ? Person.Role.ATHLETE : Person.Role.COACH, account);
    }
}
