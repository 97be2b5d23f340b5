package org.interactionhub.commands.intake;

import org.springframework.context.SmartLifecycle;

/** Lets intake begin when everything else stands, and end before anything else goes. */
final class IntakeLife implements SmartLifecycle {

    private final ReportListener listener;
    private volatile boolean running;

    IntakeLife(ReportListener listener) {
        this.listener = listener;
    }

    @Override
    public void start() {
        running = true;
        listener.start();
    }

    @Override
    public void stop() {
        listener.close();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
