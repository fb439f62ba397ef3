package freshlegs.coach.page;

import freshlegs.coach.access.Right;
import freshlegs.coach.access.Visitor;
import freshlegs.model.AthleteId;
import freshlegs.model.Person;

/** Who reads a page about an athlete, and what they may say there. */
public record Allowed(Person reader, boolean answer, boolean plan) {

    /** Nothing can be said where nobody {@code takes} it. */
    public static Allowed of(Visitor visitor, AthleteId athlete, boolean takes) {
        return new Allowed(
                visitor.speaker(athlete),
                takes && visitor.may(Right.ANSWER, athlete),
                takes && visitor.may(Right.PLAN, athlete));
    }
}
