/**
 * Records that could not become facts: kept with their bytes and a reason until somebody has them read again. They
 * never hold up what comes behind them.
 */
@NullMarked
package org.interactionhub.commands.deadletter;

import org.jspecify.annotations.NullMarked;
