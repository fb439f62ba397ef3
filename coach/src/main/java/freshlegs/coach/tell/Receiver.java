package freshlegs.coach.tell;

/** Who is told of a message, and says how that went. */
@FunctionalInterface
interface Receiver {
    Told tell(Message message) throws InterruptedException;
}
