package freshlegs.app.deadletter;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import freshlegs.model.fact.Fact;
import freshlegs.model.json.Json;
import freshlegs.model.topic.RecordKey;
import freshlegs.model.topic.Topic;
import freshlegs.model.topic.Topics;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a record says, or what is wrong with it as precisely as can be said. */
public record Diagnosis(Optional<Fact> fact, Optional<String> fault) {
    private static Diagnosis wrong(String sentence) {
        return new Diagnosis(Optional.empty(), Optional.of(sentence));
    }

    /** The key under which it belongs. */
    public Optional<String> key() {
        return fact.map(RecordKey::of);
    }

    /** Of content that is to stand in the topic. */
    public static Diagnosis of(String topicName, Optional<byte[]> content) {
        Optional<Topic<? extends Fact>> topic = said(topicName);
        if (topic.isEmpty()) {
            return wrong(topicName + " holds what the streams tell: nobody else writes there, and `freshlegs rebuild`"
                    + " makes it anew");
        }
        if (content.isEmpty()) {
            return wrong("it deletes the fact of its key and has no content");
        }
        try {
            Fact fact = Json.MAPPER.readValue(content.get(), topic.get().type());
            return fact == null
                    ? wrong("it says null, which is no fact")
                    : new Diagnosis(Optional.of(fact), Optional.empty());
        } catch (JsonMappingException e) {
            return wrong("field " + path(e) + ": " + reason(e) + at(e.getLocation()));
        } catch (JsonProcessingException e) {
            return wrong("no JSON: " + reason(e) + at(e.getLocation()));
        } catch (IOException | RuntimeException e) {
            return wrong("it cannot be read (" + Texts.line(String.valueOf(e.getMessage())) + ")");
        }
    }

    /** The topics into which facts and answers go. */
    static Optional<Topic<? extends Fact>> said(String name) {
        return Stream.concat(Topics.facts().stream(), Topics.answers().stream())
                .filter(topic -> topic.name().equals(name))
                .<Topic<? extends Fact>>map(topic -> topic)
                .findFirst();
    }

    private static String path(JsonMappingException e) {
        String path = e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
        return path.isEmpty() ? "(the whole)" : path;
    }

    private static String reason(JsonProcessingException e) {
        Throwable cause = e.getCause();
        String said = cause instanceof IllegalArgumentException || cause instanceof NullPointerException
                ? String.valueOf(cause.getMessage())
                : e.getOriginalMessage();
        return Texts.line(said);
    }

    private static String at(JsonLocation where) {
        return where == null || where.getLineNr() < 1
                ? ""
                : " (line " + where.getLineNr() + ", column " + where.getColumnNr() + ")";
    }
}
