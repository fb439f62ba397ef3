package freshlegs.ingest.workout;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.ingest.fit.WorkoutFileRules;
import freshlegs.ingest.fit.WorkoutLabel;
import freshlegs.model.AthleteId;
import freshlegs.model.plan.Block;
import freshlegs.model.plan.Step;
import freshlegs.model.plan.Step.Part;
import freshlegs.model.plan.Workout;
import freshlegs.model.plan.Workout.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WorkoutFileTest {
    private static final AthleteId ANNA = AthleteId.of("anna");
    private static final LocalDate DAY = LocalDate.parse("2026-11-26");

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "REST")
    void sessions_of_every_kind_become_files_by_the_rules(Kind kind) {
        WorkoutFile file = file(ASession.of(kind));

        WorkoutFileRules.hold(file.content());
        assertThat(file.name()).matches("FL1126[0-9A-Z]{2}\\.FIT");
        assertThat(file.label().name()).startsWith("Nov 26 ");
        assertThat(WorkoutLabel.read(file.content())).contains(file.label());
        assertThat(file(ASession.of(kind)).content()).isEqualTo(file.content());
    }

    @Test
    void a_day_of_rest_has_no_file() {
        assertThat(WorkoutFile.of(ANNA, new PlannedSession(DAY, ASession.of(Kind.REST))))
                .isEmpty();
    }

    @Test
    void names_are_short_and_plain() {
        assertThat(file(ASession.of(Kind.REPEATS)).label().name()).isEqualTo("Nov 26 6 x 200 m, full");
        assertThat(ShownName.of(DAY, "Easy 40 min with 6 × 20 s strides")).isEqualTo("Nov 26 Easy 40 min + strides");
        assertThat(ShownName.of(DAY, "13 min controlled tempo")).isEqualTo("Nov 26 13 min controlled tempo");
        assertThat(PlainText.of("Nov 28 Easy 40 min with 6 × 20 s strides", 24)).isEqualTo("Nov 28 Easy 40 min");
        assertThat(PlainText.of("Nov 28 Technical run: 35 min easy", 24)).isEqualTo("Nov 28 Technical run");
        assertThat(PlainText.of("Nov 28 Easy 40 min", 24)).isEqualTo("Nov 28 Easy 40 min");
        assertThat(PlainText.of("Läufe – 3 × 1 km\nñ ∞", 60)).isEqualTo("Laufe - 3 x 1 km n");
    }

    @Test
    void another_day_another_athlete_and_another_session_make_other_files() {
        WorkoutFile file = file(ASession.of(Kind.TEMPO));

        assertThat(List.of(
                        file(ASession.of(Kind.EASY)),
                        WorkoutFile.of(ANNA, new PlannedSession(DAY.plusDays(1), ASession.of(Kind.TEMPO)))
                                .orElseThrow(),
                        WorkoutFile.of(AthleteId.of("ben"), new PlannedSession(DAY, ASession.of(Kind.TEMPO)))
                                .orElseThrow()))
                .allSatisfy(other -> {
                    assertThat(other.name()).isNotEqualTo(file.name());
                    assertThat(other.label().serial()).isNotEqualTo(file.label().serial());
                });
    }

    @Test
    void a_session_without_blocks_is_one_step_and_so_is_one_of_too_many() {
        Block[] many = Collections.nCopies(51, Block.once(Step.distance(Part.RUN, 100)))
                .toArray(Block[]::new);

        WorkoutFileRules.hold(file(Workout.plain(Kind.EASY, "Easy", 40, false)).content());
        WorkoutFileRules.hold(file(Workout.plain(Kind.RACE, "Race", 0, false)).content());
        WorkoutFileRules.hold(file(ASession.of(Kind.REPEATS, "Many", many)).content());
        assertThat(WorkoutSteps.of(ASession.of(Kind.REPEATS, "Many", many))).hasSize(1);
    }

    @Test
    void an_archive_gives_its_files_back_and_nothing_strange() throws IOException {
        List<Kind> kinds = Arrays.stream(Kind.values()).filter(Kind::isRun).toList();
        List<WorkoutFile> files = IntStream.range(0, kinds.size())
                .mapToObj(i -> new PlannedSession(DAY.plusDays(i), ASession.of(kinds.get(i))))
                .map(session -> WorkoutFile.of(ANNA, session).orElseThrow())
                .toList();
        byte[] archive = WorkoutZip.pack(files);

        assertThat(WorkoutZip.pack(files)).isEqualTo(archive);
        assertThat(WorkoutZip.unpack(archive).orElseThrow())
                .extracting(WorkoutFile::sha256)
                .containsExactlyElementsOf(
                        files.stream().map(WorkoutFile::sha256).toList());
        assertThat(WorkoutZip.unpack(archive).orElseThrow())
                .extracting(WorkoutFile::date)
                .containsExactlyElementsOf(files.stream().map(WorkoutFile::date).toList());
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            assertThat(zip.getNextEntry().getName()).isEqualTo(files.get(0).name());
        }
        assertThat(WorkoutZip.unpack(WorkoutZip.pack(List.of()))).contains(List.of());
        assertThat(WorkoutFile.read("../FL1126AA.FIT", files.get(0).content())).isEmpty();
        assertThat(WorkoutFile.read("FL1126AA.FIT", new byte[100])).isEmpty();
    }

    private static WorkoutFile file(Workout workout) {
        return WorkoutFile.of(ANNA, new PlannedSession(DAY, workout)).orElseThrow();
    }
}
