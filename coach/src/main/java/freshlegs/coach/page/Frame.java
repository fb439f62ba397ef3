package freshlegs.coach.page;

import freshlegs.coach.access.Visitor;
import freshlegs.coach.read.LastKnown.Answer;
import freshlegs.model.AthleteId;
import java.time.Clock;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What stands around every page: its title, where files are found by their names, what it says, who looks at it if that is known, how
 * they like it, the page's own address and, when something is stale, a notice.
 */
public record Frame(
        String title,
        UnaryOperator<String> assets,
        Sayings sayings,
        Optional<Visitor> visitor,
        Preferences preferences,
        String here,
        Optional<String> notice) {

    /** The address of a file that pages need, such as {@code coach.css}. */
    public String asset(String name) {
        return assets.apply(name);
    }

    /** As which athlete somebody looks at it, if as one. */
    public Optional<AthleteId> self() {
        return visitor.flatMap(Visitor::self);
    }

    public String say(String key, Object... details) {
        return sayings.say(key, details);
    }

    /** What to say above an answer that could not be read again just now. */
    public static Optional<String> noticeOf(Answer<?> answer, Clock clock, Voice voice) {
        return answer.trouble()
                .map(away -> away.getMessage() + " "
                        + voice.say(
                                "frame.read",
                                new Days(clock).age(answer.readAt(), voice),
                                voice.moment(answer.readAt())));
    }
}
