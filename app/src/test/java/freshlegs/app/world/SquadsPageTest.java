package freshlegs.app.world;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.app.labelled.Cause;
import freshlegs.app.simulate.Strain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Holds {@code docs/squads.md} to what is drawn. */
class SquadsPageTest {
    private String page = "";

    @BeforeEach
    void read() throws IOException {
        page = Files.readString(Path.of(System.getProperty("freshlegs.root"), "docs", "squads.md"));
    }

    @Test
    void the_page_states_every_effect() {
        for (Cause cause : List.of(Cause.SEVERE, Cause.MODERATE, Cause.PARADOXICAL)) {
            Strain full = Onset.full(cause);
            assertThat(page)
                    .containsIgnoringCase(String.format(
                                    Locale.ROOT,
                                    "| %s | S %.1f, R %.1f, V %.1f, E %.1f, P %.1f |",
                                    cause,
                                    full.subjective(),
                                    full.resting(),
                                    full.variability(),
                                    full.exercise(),
                                    full.performance())
                            .replace('-', '\u2212'));
        }
    }

    @Test
    void the_page_states_how_often_each_confounder_comes() {
        for (Confounder one : Confounder.values()) {
            String name = one.name().toLowerCase(Locale.ROOT).replace('_', ' ');
            assertThat(page).contains(String.format(Locale.ROOT, "%s %.0f", name, one.timesAYear()));
        }
        assertThat(page).contains(String.format(Locale.ROOT, "those who forget %.0f", Mixture.FORGETS_A_YEAR));
    }

    @Test
    void the_page_states_the_noise() {
        assertThat(page)
                .contains("resting heart rate " + Mixture.RESTING_BPM_SD + " bpm, lnRMSSD " + Mixture.LN_RMSSD_SD)
                .contains("each item of the check-in " + Mixture.ITEM_SD)
                .contains("an SD of " + Mixture.WEEKLY_CYCLE_SD + " in S, R and V")
                .contains("R and V correlate by " + Mixture.AUTONOMIC_CORRELATION + ", all other pairs by "
                        + Mixture.OTHER_CORRELATION);
    }
}
