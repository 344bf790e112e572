package io.watchfloor.run;

/**
 * A request as the person who looks sees it.
 *
 * @param approval the request
 * @param procedure the procedure's title
 * @param production whether it acts in production
 * @param step the step that waits, with its plan
 * @param own whether they asked themselves
 * @param mayAnswer whether they are a second person for it
 * @param mayGoAlone whether they may go on alone now
 */
public record WaitingApproval(Approval approval, String procedure, boolean production, StepRun step, boolean own,
		boolean mayAnswer, boolean mayGoAlone) {
}
