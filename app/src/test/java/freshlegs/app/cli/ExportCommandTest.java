package freshlegs.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import freshlegs.app.cli.CommandLineUnderTest.Ran;
import freshlegs.ingest.Offer;
import freshlegs.ingest.Spool;
import freshlegs.ingest.limit.Limits;
import freshlegs.model.AthleteId;
import freshlegs.model.fact.Route;
import freshlegs.model.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {
    private final ASquadInTables squad = ASquadInTables.filled();

    private final Path folder;

    ExportCommandTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Ran export(Object... words) {
        Ran ran = squad.freshlegs(folder.resolve("data"))
                .run(Stream.concat(Stream.of("export", "--out", folder.resolve("out")), Stream.of(words))
                        .toArray());
        assertThat(ran.code()).as(ran.err()).isZero();
        return ran;
    }

    @Test
    void parquet_read_back_is_what_sql_says_with_its_types() throws Exception {
        export("--parquet");

        Path out = folder.resolve("out");
        assertThat(parquet(out.resolve("days/day=2026-10-20/part-0.parquet")))
                .containsExactlyElementsOf(squad.rows("select athlete, kind, known, status, judged, low_confidence,"
                        + " voting_kinds, rule_set, load, runs, distance_metres, timer_seconds, effort, heart_rate_bpm,"
                        + " resting_heart_rate_bpm, hrv_rmssd_milliseconds, sleep_hours, feeling from analytics.days"
                        + " where day = '2026-10-20' order by athlete"));
        for (String view : List.of("athletes", "episodes", "verdicts", "files", "deliveries")) {
            assertThat(parquet(out.resolve(view + "/part-0.parquet")))
                    .as(view)
                    .isNotEmpty()
                    .containsExactlyInAnyOrderElementsOf(squad.rows("select * from analytics." + view));
        }
        assertThat(types(out.resolve("episodes/part-0.parquet")))
                .containsEntry("episode_id", "optional binary episode_id (STRING)")
                .containsEntry("first_day", "optional int32 first_day (DATE)")
                .containsEntry("told_at", "optional int64 told_at (TIMESTAMP(MICROS,true))")
                .containsEntry("length_days", "optional int32 length_days")
                .containsEntry("stretches", "optional int64 stretches")
                .containsEntry("alert", "optional boolean alert");
        assertThat(types(out.resolve("trends/day=2026-10-20/part-0.parquet")))
                .containsEntry("load", "optional double load")
                .doesNotContainKey("day");
        assertThat(manifest().path("views").path("days").path("rows").asInt()).isEqualTo(92 + 30 + 20);
        assertThat(manifest().path("views").path("days").path("files")).hasSize(92);
    }

    @Test
    void csv_is_what_sql_says() throws Exception {
        export("--csv", "--view", "files", "days", "--from", "2026-10-19", "--to", "2026-10-20");

        assertThat(Files.readAllLines(folder.resolve("out/days/day=2026-10-20/part-0.csv")))
                .startsWith("athlete,kind,known,status,judged,low_confidence,voting_kinds,rule_set,load,runs,"
                        + "distance_metres,timer_seconds,effort,heart_rate_bpm,resting_heart_rate_bpm,"
                        + "hrv_rmssd_milliseconds,sleep_hours,feeling")
                .contains(
                        "anna,TRAINED,true,AMBER,true,false,1,1,60,1,10000,3600,,,,55.5,,",
                        "ben,REST,true,GREEN,true,false,0,1,0,0,0,0,,,,,,");
        assertThat(Files.readString(folder.resolve("out/files/part-0.csv")))
                .contains(
                        "anna,d-run-1,,upload,garmin/4315,garmin,imported,,,none,1,0,false,2026-10-02T07:00:00Z,2026-10-02T07:10:00Z,",
                        "\"It is no FIT file, \"\"at all\"\".\"");
        assertThat(files())
                .containsOnlyKeys(
                        "days/day=2026-10-19/part-0.csv",
                        "days/day=2026-10-20/part-0.csv",
                        "export.json",
                        "files/part-0.csv");
    }

    @Test
    void again_is_the_same_bytes_and_days_that_are_gone_go() throws Exception {
        export("--view", "trends", "episodes");
        Map<String, String> first = files();

        Files.writeString(folder.resolve("out/trends/day=2026-10-20/.part-0.parquet.tmp"), "interrupted");
        Files.createDirectories(folder.resolve("out/trends/day=2025-01-01"));
        Files.writeString(folder.resolve("out/trends/day=2025-01-01/part-0.parquet"), "of somebody who is gone");
        Ran again = export("--view", "trends", "episodes");

        assertThat(files()).isEqualTo(first);
        assertThat(again.err()).contains("trends: 139 rows, 92 files", "episodes: 2 rows, 1 files");
        export("--view", "trends", "--from", "2026-10-20", "--to", "2026-10-21");
        assertThat(files()).isEqualTo(first);
    }

    @Test
    void one_athlete_is_exported_alone_and_kinds_are_not_mixed() throws Exception {
        export("--csv", "--athlete", "ben");

        assertThat(Files.readString(folder.resolve("out/athletes/part-0.csv")))
                .contains("ben,")
                .doesNotContain("anna");
        Ran mixed = squad.freshlegs(folder.resolve("data")).run("export", "--out", folder.resolve("out"), "--csv");
        assertThat(mixed.code()).isEqualTo(1);
        assertThat(mixed.err()).contains("holds an export of another kind (csv, athlete ben)");
        Ran nobody = squad.freshlegs(folder.resolve("data"))
                .run("export", "--out", folder.resolve("out"), "--athlete", "nobody");
        assertThat(nobody.err()).contains("no athlete nobody");
    }

    @Test
    void everything_of_one_athlete_is_one_zip_with_what_its_lines_mean() throws Exception {
        Path data = folder.resolve("data");
        Path file = folder.resolve("anna.zip");
        handOver(data, "anna", "ben");
        String token = squad.freshlegs(data)
                .run("token", "add", "--athlete", "anna", "--name", "phone")
                .out();
        Ran ran = squad.freshlegs(data).run("export", "--athlete", "anna", "--out", file);

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("Everything that is known of anna is in " + file);
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        Map<String, String> zip = unzipped(file);
        assertThat(zip.get("days.csv")).hasLineCount(92 + 1);
        assertThat(zip.get("tables/freshlegs.trend_day.jsonl")).hasLineCount(92);
        assertThat(zip)
                .hasEntrySatisfying("README.txt", text -> assertThat(text).contains("schemas/*.schema.json"));
        assertThat(zip.entrySet().stream()
                        .filter(entry -> entry.getKey().startsWith("originals/"))
                        .map(Map.Entry::getValue))
                .containsExactly("of anna");
        zip.keySet().stream().filter(name -> name.endsWith(".jsonl")).forEach(name -> assertThat(zip)
                .containsKey(name.replaceAll(".*/(.*)jsonl", "schemas/$1schema.json")));
        assertThat(zip.get("ways.json")).contains("\"name\":\"phone\"").doesNotContain("sha256");
        assertThat(String.join("\n", zip.values()))
                .doesNotContain(token.lines().findFirst().orElseThrow());
        assertThat(String.join("\n", zip.values())).doesNotContain("\"ben\"", "\"clara\"");

        Ran whose = squad.freshlegs(data).run("export", "--out", file);
        assertThat(whose.code()).isEqualTo(2);
        assertThat(whose.err()).contains("A zip holds everything of one athlete: say whose by --athlete ID");
        Ran part = squad.freshlegs(data).run("export", "--athlete", "anna", "--out", file, "--view", "days");
        assertThat(part.code()).isEqualTo(2);
        assertThat(part.err()).contains("or name a folder for the views");
    }

    private static void handOver(Path data, String... athletes) {
        Spool spool = Spool.at(data, Limits.STANDARD, Clock.systemUTC());
        for (String athlete : athletes) {
            spool.accept(
                    Offer.of(AthleteId.of(athlete), Route.UPLOAD, athlete + ".fit"),
                    new ByteArrayInputStream(("of " + athlete).getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static Map<String, String> unzipped(Path file) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private JsonNode manifest() throws IOException {
        return Json.read(Files.readAllBytes(folder.resolve("out/export.json")), JsonNode.class);
    }

    /** Every file with its content, byte for byte. */
    private Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        Path out = folder.resolve("out");
        try (Stream<Path> all = Files.walk(out)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(out.relativize(file).toString(), HexFormat.of().formatHex(Files.readAllBytes(file)));
            }
        }
        return files;
    }

    private static Map<String, String> types(Path file) throws IOException {
        try (ParquetFileReader reader = open(file)) {
            return reader.getFooter().getFileMetaData().getSchema().getFields().stream()
                    .collect(Collectors.toMap(Type::getName, Type::toString));
        }
    }

    /** By Parquet's own reader, each row as SQL would print it. */
    private static List<String> parquet(Path file) throws IOException {
        List<String> rows = new ArrayList<>();
        try (ParquetFileReader reader = open(file)) {
            MessageType schema = reader.getFooter().getFileMetaData().getSchema();
            for (PageReadStore pages = reader.readNextRowGroup(); pages != null; pages = reader.readNextRowGroup()) {
                RecordReader<Group> records = new ColumnIOFactory()
                        .getColumnIO(schema)
                        .getRecordReader(pages, new GroupRecordConverter(schema));
                for (long i = 0; i < pages.getRowCount(); i++) {
                    Group group = records.read();
                    rows.add(schema.getFields().stream()
                            .map(field -> text(group, field))
                            .collect(Collectors.joining("|")));
                }
            }
        }
        return rows;
    }

    private static ParquetFileReader open(Path file) throws IOException {
        return ParquetFileReader.open(
                new LocalInputFile(file),
                ParquetReadOptions.builder(new PlainParquetConfiguration()).build());
    }

    private static String text(Group row, Type field) {
        if (row.getFieldRepetitionCount(field.getName()) == 0) {
            return "null";
        }
        LogicalTypeAnnotation type = field.getLogicalTypeAnnotation();
        if (type instanceof LogicalTypeAnnotation.DateLogicalTypeAnnotation) {
            return LocalDate.ofEpochDay(row.getInteger(field.getName(), 0)).toString();
        }
        if (type instanceof LogicalTypeAnnotation.TimestampLogicalTypeAnnotation) {
            Instant time = Instant.EPOCH.plus(row.getLong(field.getName(), 0), ChronoUnit.MICROS);
            String written = time.toString().replace('T', ' ').replaceFirst("(\\.\\d*?)0*Z$", "$1Z");
            return written.replaceFirst("\\.?Z$", "+00");
        }
        String text = row.getValueToString(row.getType().getFieldIndex(field.getName()), 0);
        return switch (field.asPrimitiveType().getPrimitiveTypeName()) {
            case BOOLEAN -> text.substring(0, 1);
            case DOUBLE -> new BigDecimal(text).stripTrailingZeros().toPlainString();
            default -> text;
        };
    }
}
