package freshlegs.app.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import freshlegs.app.labelled.Cause;
import freshlegs.app.labelled.LabelledAthlete;
import freshlegs.app.labelled.LabelledDays;
import freshlegs.app.labelled.NightRow;
import freshlegs.app.labelled.RunRow;
import freshlegs.app.labelled.RunRow.Window;
import freshlegs.app.problem.Problem;
import freshlegs.model.Sex;
import freshlegs.model.fact.CheckIn.Symptom;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SquadCsvTest {
    private final Path folder;

    SquadCsvTest(@TempDir Path temporary) throws IOException {
        folder = Files.createDirectories(temporary.resolve("squad"));
    }

    @Test
    void what_was_written_is_read_again_and_written_again_to_the_byte() throws IOException {
        SquadCsv.write(folder, squad());
        Path again = folder.resolveSibling("again");

        List<LabelledAthlete> read = SquadCsv.read(folder);
        int athletes = SquadCsv.write(again, read.stream());

        assertThat(athletes).isEqualTo(8);
        assertThat(read).isEqualTo(squad().map(SquadCsvTest::withoutWatch).toList());
        assertThat(bytes(again)).isEqualTo(bytes(folder)).hasSize(5);
    }

    @Test
    void the_same_seed_writes_the_same_bytes() throws IOException {
        Path again = folder.resolveSibling("again");
        SquadCsv.write(folder, squad());
        SquadCsv.write(again, squad());

        assertThat(bytes(again)).isEqualTo(bytes(folder));
    }

    /** The squads are fixed: another hash means other squads, and figures that were published of them hold no longer. */
    @Test
    void the_squads_of_a_seed_stay_as_they_are() throws Exception {
        SquadCsv.write(folder, squad());

        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        bytes(folder).values().forEach(text -> digest.update(text.getBytes(StandardCharsets.ISO_8859_1)));

        assertThat(HexFormat.of().formatHex(digest.digest()))
                .isEqualTo("e79209a7c205501772141e3e7fd2c03c9c741833cd3e3ce5bf32dba08793ca2e");
    }

    @Test
    void columns_stand_in_any_order_and_unknown_ones_are_ignored() throws IOException {
        table("athletes.csv", "\uFEFFshoes,zone,athlete\r\n\"red, \"\"fast\"\"\",Europe/Berlin,anna\r\n");
        table("labels.csv", "cause,athlete,to,from\nillness,anna,2026-01-09,2026-01-05\n");
        table("sessions.csv", """
                windows,athlete,start,kind,distanceMetres,durationSeconds
                3.1:148 3.05:147.5,anna,2026-01-06T07:30:10,easy,8000.5,2700
                ,anna,2026-01-05T07:30,long,15000,5400
                """);
        table("checkins.csv", "athlete,date,symptoms,mood\n\nanna,2026-01-06,fever body-ache,5\nanna,2026-01-05\n");

        LabelledAthlete anna = SquadCsv.read(folder).get(0);

        assertThat(anna.person().zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(anna.person().sex()).isEmpty();
        assertThat(anna.nights()).isEmpty();
        assertThat(anna.newWatch()).isEqualTo(Optional.empty());
        assertThat(anna.runs().get(1).start()).isEqualTo(LocalDateTime.of(2026, 1, 6, 7, 30, 10));
        assertThat(anna.runs().get(1).windows()).containsExactly(new Window(3.1, 148), new Window(3.05, 147.5));
        assertThat(anna.runs().get(1).distanceMetres()).isEqualTo(8000.5);
        assertThat(anna.runs().get(0).windows()).isEmpty();
        assertThat(anna.answers().get(0).mood()).isEqualTo(OptionalInt.empty());
        assertThat(anna.answers().get(1).mood()).hasValue(5);
        assertThat(anna.answers().get(1).symptoms()).containsExactlyInAnyOrder(Symptom.FEVER, Symptom.BODY_ACHE);
        assertThat(anna.labels())
                .containsExactly(new LabelledDays(LocalDate.of(2026, 1, 5), LocalDate.of(2026, 1, 9), Cause.ILLNESS));
    }

    @Test
    void empty_cells_are_missing_and_names_are_read_in_any_case() throws IOException {
        table("athletes.csv", "athlete,zone,sex,birthYear\nanna,UTC,Female,\nben,UTC,,1990\n");
        table("labels.csv", "athlete,from,to,cause\n");
        table("readings.csv", "athlete,date,restingHeartRate,rmssdMs,sleepHours\nanna,2026-01-05,48, ,7.5\n");

        List<LabelledAthlete> squad = SquadCsv.read(folder);

        assertThat(squad.get(0).person().sex()).contains(Sex.FEMALE);
        assertThat(squad.get(1).person().birthYear()).hasValue(1990);
        assertThat(squad.get(0).nights())
                .containsExactly(new NightRow(
                        LocalDate.of(2026, 1, 5),
                        OptionalDouble.of(48),
                        OptionalDouble.empty(),
                        OptionalDouble.of(7.5)));
        assertThat(squad.get(1).nights()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            athletes.csv | athlete                                     | line 1: column zone is missing
            athletes.csv | athlete,zone,zone                           | line 1: two columns have the same name
            athletes.csv | athlete,zone;Anna,UTC                       | line 2, column athlete: must be 1 to 64 lower-case letters
            athletes.csv | athlete,zone;,UTC                           | line 2, column athlete: must not be empty
            athletes.csv | athlete,zone;anna,Mars                      | line 2, column zone: must be written like Europe/Berlin
            athletes.csv | athlete,zone;anna,UTC;anna,UTC              | line 3, column athlete: stands in an earlier line already
            athletes.csv | athlete,zone,sex;anna,UTC,x                 | line 2, column sex: must be one of female, male, unknown
            athletes.csv | athlete,zone,birthYear;anna,UTC,1.5e3       | line 2, column birthYear: must be a number from 1900 to 2100
            athletes.csv | athlete,zone,birthYear;anna,UTC,1990.5      | line 2, column birthYear: must be a whole number
            athletes.csv | athlete,zone;anna,UTC,x                     | line 2: there are 3 cells, but 2 columns
            athletes.csv | athlete,zone;"anna,UTC                      | line 2: quotes do not match
            athletes.csv | athlete,zone,maxHeartRate;anna,UTC,231      | line 2, column maxHeartRate: must be a number from 100 to 230
            readings.csv | athlete,date;ben,2026-01-05                 | line 2, column athlete: must be one of athletes.csv
            readings.csv | athlete,date;anna,5.1.2026                  | line 2, column date: must be written like 2026-11-24
            readings.csv | athlete,date,rmssdMs;;anna,2026-01-05,NaN   | line 3, column rmssdMs: must be a number from 1 to 500
            readings.csv | athlete,date,restingHeartRate;anna,2026-01-05,fast | line 2, column restingHeartRate: must be a number from 25 to 150
            readings.csv | athlete,date;anna,2026-01-05;anna,2026-01-05 | line 3, column date: stands in an earlier line of this athlete
            checkins.csv | athlete,date,mood;anna,2026-01-05,8         | line 2, column mood: must be a number from 1 to 7
            checkins.csv | athlete,date,effort;anna,2026-01-05,11      | line 2, column effort: must be a number from 1 to 10
            checkins.csv | athlete,date,symptoms;anna,2026-01-05,tired | line 2, column symptoms: must be one of chest-pain
            sessions.csv | athlete,start,kind,durationSeconds          | line 1: column distanceMetres is missing
            sessions.csv | athlete,start,kind,durationSeconds,distanceMetres;anna,2026-01-05,easy,1,1 | line 2, column start: must be written like 2026-11-24T07:30
            sessions.csv | athlete,start,kind,durationSeconds,distanceMetres;anna,2026-01-05T07:30,jog,1,1 | line 2, column kind: must be one of easy, long, tempo
            sessions.csv | athlete,start,kind,durationSeconds,distanceMetres;anna,2026-01-05T07:30,easy,,1 | line 2, column durationSeconds: must not be empty
            sessions.csv | athlete,start,kind,durationSeconds,distanceMetres,windows;anna,2026-01-05T07:30,easy,1,1,3.1 | line 2, column windows: must be pairs such as 3.1:148
            sessions.csv | athlete,start,kind,durationSeconds,distanceMetres,windows;anna,2026-01-05T07:30,easy,1,1,3.1:148 40:9 | line 2, column windows: must be a number from 0.5 to 12
            labels.csv   | athlete,from,to,cause;anna,2026-01-05,2026-01-04,heat | line 2, column to: must not lie before from
            labels.csv   | athlete,from,to,cause;anna,2026-01-05,2026-01-05,love | line 2, column cause: must be one of none, severe
            """)
    void what_is_wrong_is_told_with_file_line_and_column(String file, String lines, String sentence)
            throws IOException {
        table("athletes.csv", "athlete,zone\nanna,UTC\n");
        table("labels.csv", "athlete,from,to,cause\n");
        table(file, lines.replace(';', '\n') + "\n");

        assertThatThrownBy(() -> SquadCsv.read(folder))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith(folder.resolve(file) + ", " + sentence);
    }

    @Test
    void a_folder_without_athletes_or_labels_is_no_squad() throws IOException {
        assertThatThrownBy(() -> SquadCsv.read(folder)).hasMessageContaining("athletes.csv is missing");
        table("athletes.csv", "athlete,zone\n");
        assertThatThrownBy(() -> SquadCsv.read(folder)).hasMessageContaining("labels.csv is missing");
        table("labels.csv", "");
        assertThatThrownBy(() -> SquadCsv.read(folder)).hasMessageContaining("the names of the columns are missing");
    }

    @Test
    void what_is_too_large_or_no_text_is_refused() throws IOException {
        table("labels.csv", "athlete,from,to,cause\n");
        table("athletes.csv", "athlete,zone\n" + "a".repeat(SquadLines.LONGEST_LINE + 1));
        assertThatThrownBy(() -> SquadCsv.read(folder)).hasMessageContaining("line 2: longer than 20000 characters");
        Files.write(folder.resolve("athletes.csv"), new byte[] {'a', (byte) 0xFF, '\n'});
        assertThatThrownBy(() -> SquadCsv.read(folder)).hasMessageContaining("not written in UTF-8");
        table("athletes.csv", "athlete,zone\n" + "\n".repeat(SquadLines.MOST_LINES));
        assertThatThrownBy(() -> SquadCsv.read(folder)).hasMessageContaining("more than 1000000 lines");
        StringBuilder many = new StringBuilder("athlete,zone\n");
        for (int i = 0; i <= SquadReader.MOST_ATHLETES; i++) {
            many.append("a").append(i).append(",UTC\n");
        }
        table("athletes.csv", many.toString());
        assertThatThrownBy(() -> SquadCsv.read(folder)).hasMessageContaining("more than 20000 athletes");
    }

    @Test
    void the_documented_columns_are_those_that_are_written() throws IOException {
        String page = Files.readString(Path.of(System.getProperty("freshlegs.root"), "docs", "operations.md"));

        for (SquadTable table : SquadTable.values()) {
            String row = page.lines()
                    .filter(line -> line.startsWith("| `" + table.fileName() + "` |"))
                    .findFirst()
                    .orElseThrow();
            for (String column : table.columns()) {
                boolean needed = table.neededColumns().contains(column);
                assertThat(row).contains(needed ? " `" + column + "`" : "*`" + column + "`*");
            }
        }
        Stream.<Enum<?>[]>of(Cause.values(), Symptom.values(), RunRow.Kind.values(), Sex.values())
                .flatMap(Arrays::stream)
                .forEach(name -> assertThat(page).contains("`" + Plain.of(name) + "`"));
        assertThat(page)
                .contains(SquadLines.MOST_MEGABYTES + " MB")
                .contains("1,000,000 lines")
                .contains("20,000 characters")
                .contains("20,000 athletes")
                .contains(SquadReader.MOST_WINDOWS + " windows");
    }

    private static Stream<LabelledAthlete> squad() {
        return Stream.concat(World.sound(7, 5, 60), World.overreached(7, Cause.PARADOXICAL, 3));
    }

    private static LabelledAthlete withoutWatch(LabelledAthlete one) {
        return new LabelledAthlete(
                one.person(), one.nights(), one.answers(), one.runs(), one.labels(), Optional.empty());
    }

    private void table(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private static Map<String, String> bytes(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.toList()) {
                files.put(
                        file.getFileName().toString(),
                        new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return files;
    }
}
