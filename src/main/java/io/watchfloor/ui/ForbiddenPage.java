package io.watchfloor.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.HttpStatusCode;
import jakarta.annotation.security.PermitAll;

/** The person may not see this page. */
@ParentLayout(MainLayout.class)
@PageTitle("Not allowed")
@PermitAll
class ForbiddenPage extends Div implements HasErrorParameter<AccessDeniedException> {

	@Override
	public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> parameter) {
		add(new EmptyState("You may not see this page",
				"Your roles do not allow it. An administrator can change them under Access.",
				new Anchor("", "Go to the first page")));
		return HttpStatusCode.FORBIDDEN.getCode();
	}

}
