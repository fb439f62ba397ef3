package freshlegs.model.compact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What lies where in the bytes of a type, so that bytes outlive the type as it was: names are a record's components, an enum's
 * constants or, after the property that tells them apart, a sealed type's variants, all as they are called in JSON.
 */
public record Layout(Form form, List<String> names, List<Layout> parts) {

    /** The ways of writing. */
    public enum Form {
        FLAG,
        WHOLE,
        NUMBER,
        TEXT,
        DATE,
        MOMENT,
        CHOSEN,
        OPTIONAL,
        LIST,
        MAP,
        COLUMN,
        RECORD,
        ROW,
        VARIANT,
        JSON
    }

    public Layout {
        names = List.copyOf(names);
        parts = List.copyOf(parts);
    }

    static Layout of(Form form) {
        return new Layout(form, List.of(), List.of());
    }

    static Layout of(Form form, Layout... parts) {
        return new Layout(form, List.of(), List.of(parts));
    }

    /** What these bytes say, as maps, lists, texts and numbers that a JSON mapper understands. */
    Object tree(ByteSource source) {
        return switch (form) {
            case FLAG -> source.oneByte() != 0;
            case WHOLE -> source.whole();
            case NUMBER -> source.number();
            case TEXT -> source.text();
            case DATE -> Leaf.date(source).toString();
            case MOMENT -> Leaf.moment(source).toString();
            case CHOSEN -> names.get(source.size());
            case OPTIONAL -> source.oneByte() == 0 ? Absent.HERE : parts.get(0).tree(source);
            case LIST -> list(source);
            case MAP -> map(source);
            case COLUMN -> Leaf.column(source);
            case RECORD -> record(source, new LinkedHashMap<>());
            case ROW -> row(source);
            case VARIANT -> variant(source);
            case JSON -> Leaf.json(source);
        };
    }

    private enum Absent {
        HERE
    }

    private List<Object> list(ByteSource source) {
        int size = source.size();
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            list.add(parts.get(0).tree(source));
        }
        return list;
    }

    private Map<Object, Object> map(ByteSource source) {
        int size = source.size();
        Map<Object, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            Object key = parts.get(0).tree(source);
            map.put(key, parts.get(1).tree(source));
        }
        return map;
    }

    private Map<String, Object> record(ByteSource source, Map<String, Object> record) {
        for (int i = 0; i < parts.size(); i++) {
            Object part = parts.get(i).tree(source);
            if (part != Absent.HERE) {
                record.put(names.get(i), part);
            }
        }
        return record;
    }

    private List<Object> row(ByteSource source) {
        List<Object> row = new ArrayList<>();
        parts.forEach(part -> row.add(part.tree(source)));
        row.replaceAll(part -> part == Absent.HERE ? java.util.Optional.empty() : part);
        return row;
    }

    private Map<String, Object> variant(ByteSource source) {
        int chosen = source.size();
        Map<String, Object> record = new LinkedHashMap<>();
        record.put(names.get(0), names.get(chosen + 1));
        return parts.get(chosen).record(source, record);
    }
}
