package freshlegs.app.world;

/** What a draw is for; a {@link Confounder} is a purpose of its own. */
enum Purpose {
    RUNNER,
    HABITS,
    NOISE,
    ONSET,
    NIGHT,
    ANSWERS,
    FORGETTING,
    SYMPTOMS,
    RUN,
    CADENCE_LOCK
}
