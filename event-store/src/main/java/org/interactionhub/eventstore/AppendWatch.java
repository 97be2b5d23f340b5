package org.interactionhub.eventstore;

import java.time.Duration;

/** Is told how appending goes, by the writer's own thread; has to be quick. */
public interface AppendWatch {

    /** Looks away. */
    AppendWatch NONE = new AppendWatch() {
        @Override
        public void began(Duration waited) {
            // nobody wants to know
        }

        @Override
        public void committed(int events, Duration took) {
            // nobody wants to know
        }

        @Override
        public void failed(Duration took) {
            // nobody wants to know
        }
    };

    /** A caller's turn has come. */
    void began(Duration waited);

    /** One transaction is durable. */
    void committed(int events, Duration took);

    /** One transaction was rolled back, or its end is not known. */
    void failed(Duration took);
}
