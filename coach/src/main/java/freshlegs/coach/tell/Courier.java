package freshlegs.coach.tell;

/** Takes a delivery to its channel, and says how that went. */
@FunctionalInterface
interface Courier {
    Told tell(Delivery delivery) throws InterruptedException;
}
