package freshlegs.coach;

import freshlegs.model.topic.Topic;
import freshlegs.model.topic.Topics;
import java.util.List;

/** The topics to which the console writes; it reads none. */
public final class CoachTopics {
    private CoachTopics() {}

    /** What people say on pages, and the sessions that are issued beside them. */
    public static List<Topic<?>> written() {
        return List.of(
                Topics.ALERT_VERDICT,
                Topics.SILENCE,
                Topics.NOTE,
                Topics.PLAN_DECISION,
                Topics.WEEK_ORDER,
                Topics.CLEARANCE,
                Topics.GOAL,
                Topics.BENCHMARK,
                Topics.PLAN_TERMS,
                Topics.PROFILE,
                Topics.CHECKIN,
                Topics.ISSUED_SESSION);
    }
}
