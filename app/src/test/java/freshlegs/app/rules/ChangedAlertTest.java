package freshlegs.app.rules;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.model.AthleteId;
import freshlegs.model.Status;
import freshlegs.model.result.Episode;
import freshlegs.model.result.Episode.Cause;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangedAlertTest {

    @Test
    void alerts_of_one_cause_that_share_a_day_are_one() {
        List<Episode> before =
                List.of(episode(Cause.FATIGUE, 1, 9, Status.AMBER), episode(Cause.FATIGUE, 40, 45, Status.RED));
        List<Episode> after = List.of(
                episode(Cause.FATIGUE, 9, 12, Status.AMBER),
                episode(Cause.ILLNESS, 40, 45, Status.ILLNESS),
                episode(Cause.FATIGUE, 60, 61, Status.AMBER));

        assertThat(ChangedAlert.between(before, after))
                .extracting(alert -> alert.word() + " " + alert.shown().key())
                .containsExactly(
                        "changed fatigue.2026-01-10",
                        "lost fatigue.2026-02-10",
                        "gained illness.2026-02-10",
                        "gained fatigue.2026-03-02");
    }

    @Test
    void an_alert_that_stands_as_it_stood_is_no_difference() {
        List<Episode> alerts = List.of(episode(Cause.FATIGUE, 1, 9, Status.AMBER));

        assertThat(ChangedAlert.between(alerts, alerts)).isEmpty();
        assertThat(ChangedAlert.between(alerts, List.of(episode(Cause.FATIGUE, 1, 9, Status.RED))))
                .singleElement()
                .returns("changed", ChangedAlert::word);
    }

    private static Episode episode(Cause cause, int first, int last, Status status) {
        LocalDate start = LocalDate.of(2026, 1, 1);
        return new Episode(
                AthleteId.of("anna"),
                cause,
                start.plusDays(first),
                start.plusDays(last),
                false,
                status,
                "why",
                false,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "",
                Episode.Confidence.UNTOLD,
                "",
                List.of(),
                "",
                List.of(),
                "1");
    }
}
