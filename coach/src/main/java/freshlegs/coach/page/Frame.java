package freshlegs.coach.page;

import freshlegs.coach.read.LastKnown.Answer;
import java.time.Clock;
import java.util.Optional;

/** What stands around every page: its title, its files and, when something is stale, a notice. */
public record Frame(
        String title,
        String styles,
        String chartStyles,
        String chartScript,
        String script,
        String icon,
        Optional<String> notice) {

    public Frame with(String newTitle, Optional<String> newNotice) {
        return new Frame(newTitle, styles, chartStyles, chartScript, script, icon, newNotice);
    }

    /** What to say above an answer that could not be read again just now. */
    public static Optional<String> noticeOf(Answer<?> answer, Clock clock) {
        return answer.trouble()
                .map(away -> away.getMessage() + " What you see was read "
                        + new Days(clock).age(answer.readAt()) + " (" + Days.moment(answer.readAt())
                        + ") and may be out of date.");
    }
}
