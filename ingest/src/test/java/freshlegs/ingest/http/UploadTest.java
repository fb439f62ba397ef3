package freshlegs.ingest.http;

import static freshlegs.ingest.http.AnIntake.error;
import static freshlegs.ingest.http.AnIntake.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import freshlegs.ingest.limit.Limit;
import freshlegs.ingest.limit.Limits;
import freshlegs.model.result.FileOutcome.Outcome;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UploadTest {
    private final AnIntake intake;

    UploadTest(@TempDir Path data) {
        intake = AnIntake.in(
                data, Limits.STANDARD.with(Limit.REQUEST_MEGABYTES, 1).with(Limit.WAITING_FILES, 5));
    }

    @AfterEach
    void close() {
        intake.close();
    }

    @Test
    void a_form_as_tools_for_intervals_icu_send_it_is_taken_and_answered_with_a_receipt() {
        byte[] content = random(100_000);
        AForm form = new AForm()
                .text("name", "Morning run")
                .text("description", "easy")
                .file("file", "morning.fit", content)
                .text("external_id", "garmin-17");

        HttpResponse<String> answer = intake.post("?name=Morning%20run&external_id=garmin-17", form);

        assertThat(answer.statusCode()).isEqualTo(202);
        String id = json(answer).path("id").asText();
        assertThat(json(answer).path("icu_athlete_id").asText()).isEqualTo("anna");
        assertThat(json(answer).path("receipts").get(0).path("file").asText()).isEqualTo("morning.fit");
        assertThat(answer.headers().firstValue("Location")).contains("/api/v1/receipts/" + id);
        assertThat(intake.pending()).containsExactly(id);
        assertThat(intake.contentOf(id)).isEqualTo(content);
        assertThat(intake.ticket(id).path("athlete").asText()).isEqualTo("anna");
        assertThat(intake.ticket(id).path("route").asText()).isEqualTo("upload");
        assertThat(intake.ticket(id).path("path").asText()).isEqualTo("upload/morning.fit");
    }

    @Test
    void an_answer_never_holds_a_word_by_which_tools_know_refusals() {
        assertThat(intake.put("run.fit", "x").body()).doesNotContainIgnoringCase("duplicate");
    }

    @Test
    void several_files_in_one_form_get_a_receipt_each_in_their_order() {
        AForm form = new AForm()
                .file("file", "a.fit", random(70_000))
                .file("file", "b.zip", new byte[0])
                .file("other", "c.gpx", random(10));

        JsonNode receipts = json(intake.post("", form)).path("receipts");

        assertThat(receipts)
                .extracting(receipt -> receipt.path("file").asText())
                .containsExactly("a.fit", "b.zip", "c.gpx");
        assertThat(receipts).extracting(receipt -> receipt.path("id").asText()).doesNotHaveDuplicates();
        assertThat(intake.pending()).hasSize(3);
    }

    @Test
    void the_athletes_own_id_may_stand_in_the_address_but_no_other() {
        AForm form = new AForm().file("file", "a.fit", random(10));

        HttpResponse<String> own = intake.send(intake.to("/api/v1/athlete/anna/activities", intake.anna)
                .header("Content-Type", form.type())
                .POST(BodyPublishers.ofByteArray(form.bytes())));
        HttpResponse<String> other = intake.send(intake.to("/api/v1/athlete/ben/activities", intake.anna)
                .header("Content-Type", form.type())
                .POST(BodyPublishers.ofByteArray(form.bytes())));

        assertThat(own.statusCode()).isEqualTo(202);
        assertThat(other.statusCode()).isEqualTo(403);
        assertThat(error(other)).contains("this token is for another athlete");
    }

    @Test
    void whose_token_it_is_can_be_asked() {
        HttpResponse<String> own = intake.send(intake.to("/api/v1/athlete/0", intake.anna));
        HttpResponse<String> profile = intake.send(intake.to("/api/v1/athlete/0/profile", intake.anna));

        assertThat(json(own).path("id").asText()).isEqualTo("anna");
        assertThat(json(profile).path("athlete").path("name").asText()).isEqualTo("anna");
        assertThat(intake.send(intake.to("/api/v1/athlete/ben", intake.anna)).statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_bare_file_is_taken_with_either_way_to_show_the_token() {
        assertThat(intake.put("run.fit", "bare").statusCode()).isEqualTo(202);

        HttpResponse<String> bearer =
                intake.send(java.net.http.HttpRequest.newBuilder(intake.at("/api/v1/files/run.fit"))
                        .header("Authorization", "Bearer " + intake.ben)
                        .PUT(BodyPublishers.ofString("bare")));

        assertThat(bearer.statusCode()).isEqualTo(202);
        assertThat(intake.ticket(json(bearer).path("id").asText())
                        .path("athlete")
                        .asText())
                .isEqualTo("ben");
    }

    @Test
    void a_body_without_a_length_is_streamed() {
        byte[] content = random(900_000);

        HttpResponse<String> answer = intake.send(intake.to("/api/v1/files/long.fit", intake.anna)
                .PUT(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(content))));

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(intake.contentOf(json(answer).path("id").asText())).isEqualTo(content);
    }

    @Test
    void a_receipt_goes_through_its_states() {
        String id = json(intake.put("run.fit", "x")).path("id").asText();
        assertThat(json(intake.receipt(id, intake.anna)).path("state").asText()).isEqualTo("waiting");

        intake.finish(id);
        assertThat(json(intake.receipt(id, intake.anna)).path("state").asText()).isEqualTo("processing");

        intake.outcomes.put("anna/" + id, new OutcomeLookup.Unknown("no database"));
        assertThat(json(intake.receipt(id, intake.anna)).path("note").asText()).isEqualTo("no database");

        intake.outcomes.put(
                "anna/" + id,
                new OutcomeLookup.Found(
                        Outcome.SET_ASIDE,
                        Optional.of("not a watch file"),
                        List.of(),
                        List.of(),
                        Map.of(Outcome.IMPORTED, 7, Outcome.SET_ASIDE, 2)));
        JsonNode done = json(intake.receipt(id, intake.anna));
        assertThat(done.path("id").asText()).isEqualTo(id);
        assertThat(done.path("state").asText()).isEqualTo("set-aside");
        assertThat(done.path("reason").asText()).isEqualTo("not a watch file");
        assertThat(done.path("activities").isArray()).isTrue();
        assertThat(done.path("copies").isArray()).isTrue();
        assertThat(done.path("files").path("imported").asInt()).isEqualTo(7);
        assertThat(done.path("files").path("set-aside").asInt()).isEqualTo(2);
    }

    @Test
    void a_receipt_is_shown_to_its_own_athlete_only() {
        String id = json(intake.put("run.fit", "x")).path("id").asText();

        assertThat(intake.receipt(id, intake.ben).statusCode()).isEqualTo(404);
        intake.finish(id);
        assertThat(intake.receipt(id, intake.ben).statusCode()).isEqualTo(404);
        assertThat(intake.receipt("20261125T080000000Z-0123456789ab-012345", intake.anna)
                        .statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "..%2F..%2Ftokens",
        "..%5C..%5Ctokens",
        "%2e%2e%2ftokens.json",
        "20261125T080000000Z-..%2F..%2F..%2Ftokens-a",
        "%00",
        "20261125T080000000Z-0123456789AB-012345",
        "*"
    })
    void a_receipts_id_is_no_path(String id) {
        HttpResponse<String> answer = intake.receipt(id, intake.anna);

        assertThat(answer.statusCode()).isIn(400, 404);
        assertThat(answer.body()).doesNotContain("sha256", "Exception");
    }

    @ParameterizedTest
    @CsvSource({
        "..%2F..%2Fetc%2Fpasswd, passwd",
        "%2Fetc%2Fpasswd, passwd",
        "C:%5CUsers%5Canna%5Crun.fit, run.fit",
        "%E2%80%AEtif.nur, ?tif.nur",
        "a%0Ab%1B%5B31m.fit, a?b?[31m.fit",
        "%F0%9F%8F%83%20l%C3%A4uft.fit, 🏃 läuft.fit",
        "CON, CON"
    })
    void a_files_name_is_only_shown_and_never_a_path(String name, String shown) {
        HttpResponse<String> answer = intake.put(name, "content of " + name);

        assertThat(answer.statusCode()).isEqualTo(202);
        String id = json(answer).path("id").asText();
        assertThat(intake.ticket(id).path("path").asText()).isEqualTo("upload/" + shown);
        assertThat(intake.pending()).containsExactly(id);
    }

    @Test
    void path_tricks_and_odd_names_in_a_form_are_only_shown() {
        AForm form = new AForm()
                .file("file", "../../../etc/passwd", random(1))
                .file("file", "C:\\\\Users\\\\anna\\\\run.fit", random(2))
                .file("file", "..", random(3))
                .part(
                        "Content-Disposition: form-data; name=\"file\"; filename=\"x\"; filename*=UTF-8''l%C3%A4uft.fit",
                        random(4))
                .file("file", "n".repeat(5_000) + ".fit", random(5));

        JsonNode receipts = json(intake.post("", form)).path("receipts");

        assertThat(receipts)
                .extracting(receipt -> receipt.path("file").asText())
                .containsExactly("passwd", "run.fit", "unnamed", "läuft.fit", "n".repeat(200));
    }

    @Test
    void a_huge_name_in_the_address_is_refused_or_shortened() {
        assertThat(intake.put("n".repeat(3_000) + ".fit", "x").statusCode()).isEqualTo(202);
        assertThat(intake.pending()).hasSize(1);
        HttpResponse<String> endless = intake.put("n".repeat(30_000) + ".fit", "x");
        assertThat(endless.statusCode()).isIn(414, 431);
    }

    @Test
    void too_much_is_refused_before_and_while_it_comes_and_nothing_of_it_stays() {
        byte[] content = random(1_100_000);

        HttpResponse<String> announced =
                intake.send(intake.to("/api/v1/files/big.fit", intake.anna).PUT(BodyPublishers.ofByteArray(content)));
        HttpResponse<String> chunked = intake.send(intake.to("/api/v1/files/big.fit", intake.anna)
                .PUT(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(content))));
        AForm form = new AForm().file("file", "big.fit", content);
        HttpResponse<String> chunkedForm = intake.send(intake.to("/api/v1/athlete/0/activities", intake.anna)
                .header("Content-Type", form.type())
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(form.bytes()))));

        for (HttpResponse<String> answer : List.of(announced, chunked, chunkedForm)) {
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(error(answer))
                    .isEqualTo("more than 1 megabytes in one request (the limit FRESHLEGS_LIMIT_REQUEST_MEGABYTES)");
        }
        assertThat(intake.pending()).isEmpty();
        assertThat(intake.halfWritten()).isEmpty();
    }

    @Test
    void a_form_that_grows_too_large_says_which_of_its_files_were_taken() {
        AForm form = new AForm().file("file", "a.fit", random(1_000)).file("file", "b.fit", random(1_100_000));

        HttpResponse<String> answer = intake.send(intake.to("/api/v1/athlete/0/activities", intake.anna)
                .header("Content-Type", form.type())
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(form.bytes()))));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(json(answer).path("receipts")).hasSize(1);
        assertThat(intake.pending())
                .containsExactly(json(answer).path("receipts").get(0).path("id").asText());
    }

    @Test
    void too_many_waiting_files_of_one_athlete_are_refused_while_others_go_on() {
        IntStream.range(0, 5).forEach(each -> assertThat(
                        intake.put(each + ".fit", "file " + each).statusCode())
                .isEqualTo(202));

        HttpResponse<String> sixth = intake.put("6.fit", "file 6");
        HttpResponse<String> other =
                intake.send(intake.to("/api/v1/files/1.fit", intake.ben).PUT(BodyPublishers.ofString("of ben")));

        assertThat(sixth.statusCode()).isEqualTo(429);
        assertThat(sixth.headers().firstValue("Retry-After")).contains("60");
        assertThat(error(sixth)).contains("5 files of one athlete").contains("FRESHLEGS_LIMIT_WAITING_FILES");
        assertThat(other.statusCode()).isEqualTo(202);

        intake.finish(intake.pending().get(0));
        assertThat(intake.put("6.fit", "file 6").statusCode()).isEqualTo(202);
    }

    @Test
    void what_is_no_form_or_holds_no_file_is_refused_with_the_way() {
        HttpResponse<String> bare = intake.send(
                intake.to("/api/v1/athlete/0/activities", intake.anna).POST(BodyPublishers.ofString("x")));
        HttpResponse<String> empty = intake.post("", new AForm().text("name", "x"));

        assertThat(bare.statusCode()).isEqualTo(415);
        assertThat(error(bare)).contains("multipart/form-data").contains("field named file");
        assertThat(empty.statusCode()).isEqualTo(400);
        assertThat(error(empty)).contains("no file in the form");
    }

    @Test
    void a_form_that_ends_in_the_middle_leaves_nothing_behind() {
        AForm form = new AForm().file("file", "a.fit", random(50_000));
        byte[] whole = form.withoutEnd();
        for (int end : new int[] {0, 10, 60, 100, 20_000, whole.length - 3}) {
            byte[] part = java.util.Arrays.copyOf(whole, end);
            HttpResponse<String> answer = intake.send(intake.to("/api/v1/athlete/0/activities", intake.anna)
                    .header("Content-Type", form.type())
                    .POST(BodyPublishers.ofByteArray(part)));
            assertThat(answer.statusCode()).as("cut at " + end).isEqualTo(400);
        }
        assertThat(intake.pending()).isEmpty();
        assertThat(intake.halfWritten()).isEmpty();
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    @Test
    void whatever_comes_in_as_a_form_ends_in_an_answer() {
        Random random = new Random(42);
        byte[] good =
                new AForm().text("name", "x").file("file", "a.fit", random(300)).bytes();
        String type = new AForm().type();
        for (int round = 0; round < 300; round++) {
            byte[] bad = good.clone();
            for (int change = 0; change <= random.nextInt(8); change++) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
            }
            HttpResponse<String> answer = intake.send(intake.to("/api/v1/athlete/0/activities", intake.anna)
                    .header("Content-Type", type)
                    .POST(BodyPublishers.ofByteArray(bad)));
            assertThat(answer.statusCode()).isIn(202, 400, 429);
            intake.pending().forEach(intake::finish);
        }
        assertThat(intake.halfWritten()).isEmpty();
        assertThat(new String(good, StandardCharsets.ISO_8859_1)).contains("a.fit");
    }
}
