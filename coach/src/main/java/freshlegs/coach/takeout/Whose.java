package freshlegs.coach.takeout;

import freshlegs.coach.access.Visitor;
import freshlegs.model.AthleteId;
import freshlegs.model.Person;
import java.util.Optional;

/**
 * Whose everything it is, with the account that goes along; what is for {@code herself} is without notes that were written for coaches
 * alone.
 */
public record Whose(AthleteId athlete, Optional<String> account, boolean herself) {

    /** As {@code reader} may have it. */
    public static Whose readBy(Visitor reader, AthleteId athlete) {
        return new Whose(
                athlete,
                Optional.of(reader.account()).filter(account -> reader.signedIn()),
                reader.speaker(athlete).role() == Person.Role.ATHLETE);
    }

    /** To be handed to her by whoever runs this. */
    public static Whose handedTo(AthleteId athlete, Optional<String> account) {
        return new Whose(athlete, account, true);
    }
}
