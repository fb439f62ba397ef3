package freshlegs.streams.season;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import freshlegs.model.fact.Fact;
import freshlegs.model.result.Domain;
import freshlegs.model.result.Domain.Compared;
import freshlegs.model.result.Domain.Name;
import freshlegs.model.result.Episode;
import freshlegs.model.result.Episode.Ground;
import freshlegs.streams.season.ATrainingBlock.Effect;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What an alert says can be worked out with pencil and paper from the numbers that it shows. */
class CheckedByHandTest {
    private static List<DayFacts> facts;
    private static List<SeasonDay> season;

    @BeforeAll
    static void fold() {
        facts = ATrainingBlock.of(3).days(150).with(Effect.SEVERE, 91).facts();
        season = ATrainingBlock.fold(facts);
    }

    @Test
    void z_follows_from_value_usual_and_spread() {
        List<String> checked = new ArrayList<>();
        for (SeasonDay day : season) {
            for (Domain domain : day.status().domains()) {
                if (domain.z().isPresent()) {
                    assertThat(zByHand(domain))
                            .as(day.date() + " " + domain)
                            .isCloseTo(domain.z().getAsDouble(), within(0.011));
                    checked.add(domain.name().name());
                }
            }
        }
        assertThat(checked).hasSizeGreaterThan(200);
        assertThat(Set.copyOf(checked)).hasSize(Name.values().length);
    }

    private static double zByHand(Domain domain) {
        Compared compared = domain.compared().orElseThrow();
        double above = compared.value() - compared.usual();
        double z = (domain.unit().equals("ms") ? -above : above) / compared.spread();
        return Math.max(-3, Math.min(3, z));
    }

    @Test
    void a_daily_chart_moves_a_quarter_of_the_way_to_z() {
        int checked = 0;
        for (int i = 1; i < season.size(); i++) {
            for (Name name : List.of(Name.SUBJECTIVE, Name.HRV)) {
                Domain today = domain(season.get(i), name);
                Domain before = domain(season.get(i - 1), name);
                if (today.z().isPresent() && before.known()) {
                    double moved = before.chart() + 0.25 * (today.z().getAsDouble() - before.chart());
                    assertThat(today.chart()).isCloseTo(moved, within(0.003));
                    assertThat(today.votes())
                            .isEqualTo(today.chart() >= today.limit().getAsDouble());
                    checked++;
                }
            }
        }
        assertThat(checked).isGreaterThan(100);
    }

    @Test
    void the_band_is_one_spread_either_side() {
        Domain resting = domain(season.get(90), Name.RESTING_HEART_RATE);
        assertThat(resting.low())
                .hasValue(hundredth(
                        resting.baseline().getAsDouble() - resting.spread().getAsDouble()));
        Domain hrv = domain(season.get(90), Name.HRV);
        double usual = hrv.baseline().getAsDouble();
        assertThat(hrv.high()).hasValue(hundredth(usual * Math.exp(hrv.spread().getAsDouble() / usual)));
    }

    @Test
    void an_alert_names_the_facts_of_its_days_in_one_order() {
        Episode alert = alerts().get(0);
        LocalDate step = alert.steps().get(alert.steps().size() - 1).day();
        Set<String> known = facts.stream()
                .flatMap(day -> Stream.<List<? extends Fact>>of(day.sessions(), day.readings(), day.checkIns())
                        .flatMap(List::stream))
                .map(fact -> fact.kind() + "/" + fact.factId() + "/" + fact.localDate())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(alert.grounds()).isNotEmpty().hasSizeLessThanOrEqualTo(Episode.MOST_GROUNDS);
        assertThat(alert.grounds()).allSatisfy(ground -> {
            assertThat(known).contains(ground.kind() + "/" + ground.factId() + "/" + ground.date());
            assertThat(ground.date()).isBetween(step.minusDays(27), step);
        });
        assertThat(alert.grounds())
                .doesNotHaveDuplicates()
                .isSortedAccordingTo(Comparator.comparing(Ground::date)
                        .thenComparing(Ground::kind)
                        .thenComparing(Ground::factId));
    }

    @Test
    void what_would_clear_is_out_of_reach_while_it_stands_and_met_when_it_has_cleared() {
        List<Episode> told =
                ATrainingBlock.fold(ATrainingBlock.of(3)
                                .days(150)
                                .with(Effect.SEVERE, 91)
                                .facts())
                        .stream()
                        .flatMap(day -> day.episodes().stream())
                        .filter(episode -> episode.cause() == Episode.Cause.FATIGUE)
                        .toList();

        assertThat(told).isNotEmpty().allSatisfy(episode -> {
            List<Double> numbers = numbersIn(episode.clears());
            if (episode.open()) {
                assertThat(episode.clears())
                        .startsWith("Clears when ")
                        .contains("5 of 7 days (", "within 0.5 of usual (");
                double quiet = numbers.get(numbers.size() - 3);
                double feeling = numbers.get(numbers.size() - 1);
                boolean red = episode.clears().contains("it has been red");
                assertThat(red || quiet < 5 || feeling >= 0.5)
                        .as(episode.clears())
                        .isTrue();
            } else {
                assertThat(episode.clears()).startsWith("Cleared: ");
            }
        });
    }

    @Test
    void the_evidence_adds_up_again_to_the_number_that_was_needed() {
        Episode alert = alerts().get(0);
        Matcher sum = Pattern.compile(
                        "together[^:]*: (.*) = (-?[0-9.]+), over ([0-9.]+) by .* is (-?[0-9.]+) \\(needed: ([0-9.]+)\\)\\.")
                .matcher(alert.agreement());
        assertThat(sum.find()).as(alert.agreement()).isTrue();
        double added = 0;
        Matcher term = Pattern.compile("([0-9.]+) \\* (-?[0-9.]+)").matcher(sum.group(1));
        while (term.find()) {
            added += Double.parseDouble(term.group(1)) * Double.parseDouble(term.group(2));
        }
        double together = Double.parseDouble(sum.group(4));
        assertThat(added).isCloseTo(Double.parseDouble(sum.group(2)), within(0.005));
        assertThat(added / Double.parseDouble(sum.group(3))).isCloseTo(together, within(0.02));
        assertThat(together).isGreaterThanOrEqualTo(Double.parseDouble(sum.group(5)));
    }

    @Test
    void an_alert_says_how_far_it_can_be_relied_on() {
        assertThat(alerts().get(0).confidence().why())
                .matches(
                        "\\d of 5 kinds of evidence known; \\d of the last 7 mornings logged; what is usual rests on \\d+ days\\.");
        List<Episode> silent = episodes(ATrainingBlock.of(5)
                .days(150)
                .with(Effect.SEVERE, 91)
                .withoutCheckIns()
                .season());
        assertThat(silent)
                .extracting(episode -> episode.confidence().level())
                .containsOnly(Episode.Confidence.Level.LOW);
    }

    private static List<Double> numbersIn(String text) {
        return Stream.of(text.split("[^-0-9.]+"))
                .filter(part -> part.matches("-?\\d+(\\.\\d+)?"))
                .map(Double::parseDouble)
                .toList();
    }

    private static double hundredth(double number) {
        return Math.round(number * 100) / 100.0;
    }

    private static List<Episode> alerts() {
        List<Episode> all = episodes(season);
        assertThat(all).isNotEmpty();
        return all;
    }

    private static List<Episode> episodes(List<SeasonDay> days) {
        return days.stream()
                .flatMap(day -> day.episodes().stream())
                .filter(episode -> episode.cause() == Episode.Cause.FATIGUE)
                .toList();
    }

    private static Domain domain(SeasonDay day, Name name) {
        return day.status().domains().stream()
                .filter(domain -> domain.name() == name)
                .findFirst()
                .orElseThrow();
    }
}
