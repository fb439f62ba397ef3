package freshlegs.streams.review;

import freshlegs.model.result.WeekReview.Direction;
import freshlegs.model.result.WeekReview.Quantity;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The week's quantities by name. */
record Changes(Map<Quantity, Compared> byQuantity) {

    static Changes of(List<Compared> all) {
        Map<Quantity, Compared> byQuantity = new EnumMap<>(Quantity.class);
        all.forEach(compared -> byQuantity.put(compared.quantity(), compared));
        return new Changes(byQuantity);
    }

    Compared of(Quantity quantity) {
        return Objects.requireNonNull(byQuantity.get(quantity));
    }

    Direction direction(Quantity quantity) {
        return of(quantity).direction();
    }
}
