package freshlegs.coach.page;

import freshlegs.coach.access.Deed;
import freshlegs.model.plan.Adjustment;
import freshlegs.model.result.Episode;
import freshlegs.model.result.Prescription;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * What somebody is about to do by a link in a message: {@code by} is who does it, {@code about} the alert, {@code effect} what exactly
 * happens, {@code until} how long it can be done; {@code said} is when it was, and {@code over} that there is nothing to answer any more.
 */
public record ActPage(
        String address,
        String deed,
        String by,
        boolean herself,
        String about,
        String effect,
        String until,
        boolean takesReason,
        Optional<String> said,
        boolean over,
        Typed typed,
        String alert) {

    /** What was typed and why it was not taken. */
    public record Typed(String reason, Optional<String> trouble) {
        public static Typed nothing() {
            return new Typed("", Optional.empty());
        }

        /** Health data in somebody's own words never gets into a log by accident. */
        @Override
        public String toString() {
            return "Typed[...]";
        }
    }

    /** What is known of it: the alert as it stands, who acts, and the day whose plan it is about as long as it stands as it was told. */
    public record Material(
            String address,
            String alert,
            Deed deed,
            String by,
            boolean herself,
            Optional<Episode> episode,
            Optional<Prescription> day,
            Instant expiresAt,
            Optional<Instant> usedAt) {

        boolean isOver() {
            return episode.isEmpty() || (deed.plans() && day.isEmpty());
        }
    }

    public static ActPage of(Material known, Typed typed, Voice voice) {
        String key = known.deed().key();
        return new ActPage(
                known.address(),
                key,
                known.by(),
                known.herself(),
                known.episode()
                        .map(episode -> about(episode, known.herself(), voice))
                        .orElse(""),
                known.isOver() ? "" : effect(known, voice),
                voice.moment(known.expiresAt()),
                known.deed().takesReason(),
                known.usedAt().map(voice::moment),
                known.isOver() && known.usedAt().isEmpty(),
                typed,
                "/episodes/" + known.alert());
    }

    private static String about(Episode episode, boolean herself, Voice voice) {
        String since = voice.day(episode.firstDay());
        String cause = episode.cause().name().toLowerCase(Locale.ROOT);
        return herself
                ? voice.say("act.about.own." + cause, since)
                : voice.say(
                        "act.about",
                        episode.athlete().value(),
                        EpisodePage.causeInWords(episode.cause(), voice)
                                .toLowerCase(voice.sayings().locale()),
                        Standing.of(episode.status(), voice)
                                .word()
                                .toLowerCase(voice.sayings().locale()),
                        since);
    }

    private static String effect(Material known, Voice voice) {
        Episode episode = known.episode().orElseThrow();
        String key = "act.effect." + known.deed().key();
        if (known.day().isEmpty()) {
            String cause = EpisodePage.causeInWords(episode.cause(), voice)
                    .toLowerCase(voice.sayings().locale());
            return voice.say(key, episode.athlete().value(), cause, Reply.SNOOZE_DAYS);
        }
        Prescription day = known.day().get();
        String instead = day.adjustment()
                .map(Adjustment::instead)
                .map(PlanChange::words)
                .orElse(PlanChange.words(day.prescribed()));
        return voice.say(key, voice.day(day.date()), PlanChange.words(day.planned()), instead);
    }
}
