package freshlegs.coach.access;

/** What somebody may do with what is known of one athlete, from least to most. */
public enum Right {
    /** Look at trends, alerts, plan, files and runs. */
    SEE,
    /** Answer alerts: judge, silence and note. */
    ANSWER,
    /** Decide about the plan, and make one. */
    PLAN,
    /** Hand over files and check-ins. */
    HAND_OVER,
    /** Let others see it, and end that. */
    SHARE
}
