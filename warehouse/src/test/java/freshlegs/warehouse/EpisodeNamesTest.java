package freshlegs.warehouse;

import static freshlegs.warehouse.Given.ANNA;
import static freshlegs.warehouse.Given.day;
import static freshlegs.warehouse.Given.fatigue;
import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.model.Status;
import freshlegs.model.json.Json;
import freshlegs.model.result.Episode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EpisodeNamesTest {
    private static final PublishedEpisode KNOWN = published("anna-2026-03-10-fatigue", "2026-03-10", "2026-03-20");

    @Test
    void the_first_is_called_after_athlete_day_and_cause() {
        Episode episode = episode("2026-03-10", "2026-03-12");

        EpisodeNames names = names(List.of(), List.of(unnamed(episode)));

        assertThat(names.names()).containsEntry(episode, "anna-2026-03-10-fatigue");
        assertThat(names.published()).containsExactly(published("anna-2026-03-10-fatigue", "2026-03-10", "2026-03-12"));
    }

    @Test
    void one_that_comes_within_a_week_of_a_known_one_takes_its_name() {
        Episode before = episode("2026-03-01", "2026-03-03");
        Episode after = episode("2026-03-27", "2026-03-30");

        EpisodeNames names = names(List.of(KNOWN), List.of(unnamed(before), unnamed(after)));

        assertThat(names.names()).containsEntry(before, KNOWN.id()).containsEntry(after, KNOWN.id());
        assertThat(names.published()).containsExactly(published(KNOWN.id(), "2026-03-01", "2026-03-30"));
    }

    @Test
    void one_more_than_a_week_away_is_another() {
        Episode later = episode("2026-03-28", "2026-03-30");

        EpisodeNames names = names(List.of(KNOWN), List.of(unnamed(later)));

        assertThat(names.names()).containsEntry(later, "anna-2026-03-28-fatigue");
        assertThat(names.published())
                .containsExactly(KNOWN, published("anna-2026-03-28-fatigue", "2026-03-28", "2026-03-30"));
    }

    @Test
    void of_two_known_ones_the_nearer_gives_its_name() {
        PublishedEpisode later = published("anna-2026-04-01-fatigue", "2026-04-01", "2026-04-05");
        Episode between = episode("2026-03-26", "2026-03-28");

        EpisodeNames names = names(List.of(KNOWN, later), List.of(unnamed(between)));

        assertThat(names.names()).containsEntry(between, later.id());
    }

    @Test
    void a_name_once_given_stays() {
        Episode shrunk = episode("2026-03-10", "2026-03-10");
        PublishedEpisode nearer = published("anna-2026-03-11-fatigue", "2026-03-11", "2026-03-11");

        EpisodeNames names =
                names(List.of(nearer, KNOWN), List.of(new StandingEpisode(shrunk, Optional.of(KNOWN.id()))));

        assertThat(names.names()).containsEntry(shrunk, KNOWN.id());
    }

    @Test
    void a_taken_name_gets_a_number() {
        PublishedEpisode moved = published("anna-2026-03-10-fatigue", "2026-01-01", "2026-01-05");
        Episode episode = episode("2026-03-10", "2026-03-12");

        EpisodeNames names = names(List.of(moved), List.of(unnamed(episode)));

        assertThat(names.names()).containsEntry(episode, "anna-2026-03-10-fatigue-2");
    }

    @Test
    void one_that_was_merged_into_another_finds_its_name_again_when_it_is_split_off() {
        PublishedEpisode merged = published("anna-2026-03-01-fatigue", "2026-03-01", "2026-03-20");
        Episode first = episode("2026-03-01", "2026-03-06");
        Episode second = episode("2026-03-11", "2026-03-20");

        EpisodeNames names = names(
                List.of(merged, KNOWN), List.of(new StandingEpisode(first, Optional.of(merged.id())), unnamed(second)));

        assertThat(names.names()).containsEntry(first, merged.id()).containsEntry(second, KNOWN.id());
        assertThat(names.published())
                .containsExactly(
                        published(merged.id(), "2026-03-01", "2026-03-06"),
                        published(KNOWN.id(), "2026-03-11", "2026-03-20"));
    }

    @Test
    void one_that_is_split_in_two_keeps_its_name_for_both() {
        Episode first = episode("2026-03-10", "2026-03-11");
        Episode second = episode("2026-03-20", "2026-03-20");

        EpisodeNames names =
                names(List.of(KNOWN), List.of(new StandingEpisode(first, Optional.of(KNOWN.id())), unnamed(second)));

        assertThat(names.names()).containsEntry(first, KNOWN.id()).containsEntry(second, KNOWN.id());
    }

    @Test
    void of_two_that_merge_the_one_with_more_of_the_days_gives_its_name() {
        PublishedEpisode short3Days = published("anna-2026-03-24-fatigue", "2026-03-24", "2026-03-26");
        Episode merged = episode("2026-03-08", "2026-03-26");

        EpisodeNames names = names(List.of(KNOWN, short3Days), List.of(unnamed(merged)));

        assertThat(names.names()).containsEntry(merged, KNOWN.id());
    }

    @Test
    void one_that_vanished_keeps_its_days_for_when_it_comes_back() {
        assertThat(names(List.of(KNOWN), List.of()).published()).containsExactly(KNOWN);
    }

    private static EpisodeNames names(List<PublishedEpisode> known, List<StandingEpisode> standing) {
        return EpisodeNames.of(known, standing, false);
    }

    private static StandingEpisode unnamed(Episode episode) {
        return new StandingEpisode(episode, Optional.empty());
    }

    private static Episode episode(String firstDay, String lastDay) {
        return Json.read(fatigue(ANNA, firstDay, lastDay, Status.AMBER).json().orElseThrow(), Episode.class);
    }

    private static PublishedEpisode published(String id, String firstDay, String lastDay) {
        return new PublishedEpisode(id, ANNA, Episode.Cause.FATIGUE, day(firstDay), day(lastDay), Optional.empty());
    }
}
