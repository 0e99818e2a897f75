export interface paths {
    "/api/v1/people/offices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 可登录的单位 */
        get: operations["listOffices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/offices/{slug}/public": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 公开页可展示的内容 */
        get: operations["readPublicPage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登录 */
        post: operations["signIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/sign-in-link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 一次性链接登录 */
        post: operations["signInByLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/first-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 首次设置密码 */
        post: operations["setFirstPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/identity/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 转到统一身份认证 */
        post: operations["startIdentity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/identity/finish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 完成统一身份认证 */
        post: operations["finishIdentity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 退出登录 */
        post: operations["signOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/me/proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 再次确认身份 */
        post: operations["proveIdentity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 修改密码 */
        post: operations["changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/me/factor/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 完成绑定动态口令 */
        post: operations["confirmFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/me/factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 开始绑定动态口令 */
        post: operations["beginFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 后台任务 */
        get: operations["listJobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{jobId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 任务进度 */
        get: operations["getJob"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{jobId}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 取消任务 */
        post: operations["cancelJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我上传的文件 */
        get: operations["listMyFiles"];
        put?: never;
        /** 上传文件 */
        post: operations["uploadFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files/{fileId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** 删除我上传的文件 */
        delete: operations["removeMyFile"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files/{fileId}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 下载我上传的文件 */
        get: operations["downloadMyFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 空间使用 */
        get: operations["readFileUsage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files/all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 本单位的文件 */
        get: operations["listOfficeFiles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files/all/{fileId}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 下载本单位的文件 */
        get: operations["downloadOfficeFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files/checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 立即核对全部文件 */
        post: operations["checkFilesNow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看审计台账 */
        get: operations["readAuditLedger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 导出审计台账 */
        get: operations["exportAuditLedger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/verifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 校验审计台账 */
        post: operations["verifyAuditLedger"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/heads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 签出审计链头 */
        post: operations["signAuditHead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我是谁 */
        get: operations["whoAmI"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 用户名册 */
        get: operations["listUsers"];
        put?: never;
        /** 开通用户 */
        post: operations["createUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 岗位一览 */
        get: operations["listRoles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/users/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** 修改用户 */
        patch: operations["editUser"];
        trace?: never;
    };
    "/api/v1/people/users/{userId}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 停用用户 */
        post: operations["disableUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/users/{userId}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 恢复用户 */
        post: operations["enableUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/users/{userId}/first-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 重发开通码 */
        post: operations["issueFirstSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/users/{userId}/identities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 账号关联的统一身份 */
        get: operations["listIdentities"];
        put?: never;
        /** 关联统一身份 */
        post: operations["linkIdentity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/me/identities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我的统一身份 */
        get: operations["listOwnIdentities"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/identities/{identityId}/unlink": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 解除统一身份 */
        post: operations["unlinkIdentity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/users/{userId}/posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 授予岗位 */
        post: operations["givePost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/posts/{postId}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 终止岗位 */
        post: operations["endPost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/users/{userId}/unlock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 解除登录锁定 */
        post: operations["unlockUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/users/{userId}/end-sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 强制退出 */
        post: operations["endSessions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/users/{userId}/reset-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 解除动态口令 */
        post: operations["resetFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/regions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 行政区域和片区 */
        get: operations["listRegions"];
        put?: never;
        /** 新增区域 */
        post: operations["addRegion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/regions/{regionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** 修改区域 */
        patch: operations["editRegion"];
        trace?: never;
    };
    "/api/v1/people/regions/{regionId}/codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 变更区划代码 */
        post: operations["giveRegionCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/organisations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 单位和联系人 */
        get: operations["listOrganisations"];
        put?: never;
        /** 新增单位 */
        post: operations["addOrganisation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/organisations/{organisationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** 修改单位 */
        patch: operations["editOrganisation"];
        trace?: never;
    };
    "/api/v1/people/organisations/{organisationId}/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 指定联系人 */
        post: operations["addContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/contacts/{contactId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** 修改联系人 */
        patch: operations["editContact"];
        trace?: never;
    };
    "/api/v1/people/contacts/{contactId}/unmask": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 查看联系电话 */
        post: operations["unmaskContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/leading-group": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 领导小组 */
        get: operations["readLeadingGroup"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/leading-group/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 增加领导小组成员 */
        post: operations["addGroupMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/leading-group/members/{memberId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** 修改领导小组成员 */
        patch: operations["editGroupMember"];
        trace?: never;
    };
    "/api/v1/people/office": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 本单位 */
        get: operations["readOffice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** 修改工作名称和简称 */
        patch: operations["editOffice"];
        trace?: never;
    };
    "/api/v1/people/office/name": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 变更单位全称 */
        post: operations["renameOffice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/office/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** 修改业务设置 */
        patch: operations["editOfficeSettings"];
        trace?: never;
    };
    "/api/v1/people/office/security": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** 修改安全设置 */
        patch: operations["editOfficeSecurity"];
        trace?: never;
    };
    "/api/v1/year/cycles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 年度评价列表 */
        get: operations["readCycles"];
        put?: never;
        /** 新建年度评价 */
        post: operations["makeCycle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/year/cycles/{cycleId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 年度评价和各阶段 */
        get: operations["readCycle"];
        /** 修改年度评价 */
        put: operations["editCycle"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/year/late": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 逾期事项 */
        get: operations["readLate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/year/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 任务表 */
        get: operations["readTasks"];
        put?: never;
        /** 新建任务 */
        post: operations["makeTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/year/tasks/{taskId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一项任务 */
        get: operations["readTask"];
        /** 修改任务 */
        put: operations["editTask"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/year/days": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 本地工作日调整 */
        get: operations["readOwnDays"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/year/cycles/{cycleId}/stages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 编排阶段 */
        put: operations["setStages"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/year/stages/{stageId}/marks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 标记阶段完成 */
        post: operations["markStage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/year/stages/{stageId}/duties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 报告本单位已完成 */
        post: operations["markDuty"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/year/days/{day}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 调整工作日 */
        put: operations["setOwnDay"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/year/tasks/{taskId}/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 报告任务进度 */
        post: operations["reportTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/year/tasks/{taskId}/ends": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 办结或取消任务 */
        post: operations["endTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 政策文件库 */
        get: operations["readDocuments"];
        put?: never;
        /** 登记文件 */
        post: operations["makeDocument"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/documents/cited": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 依据所引的文件 */
        get: operations["findCited"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/documents/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 导出文件目录 */
        get: operations["exportDocuments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/documents/{documentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 文件和条款 */
        get: operations["readDocument"];
        /** 修改文件 */
        put: operations["editDocument"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/documents/{documentId}/clauses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 录入条款 */
        put: operations["setClauses"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/documents/{documentId}/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记审查 */
        post: operations["addReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/documents/{documentId}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 存入文件原件 */
        post: operations["addDocumentFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/documents/{documentId}/files/{fileId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 下载文件原件 */
        get: operations["downloadDocumentFile"];
        put?: never;
        post?: never;
        /** 撤下文件原件 */
        delete: operations["removeDocumentFile"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/documents/{documentId}/seals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 申请电子签章 */
        post: operations["requestSeal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/documents/{documentId}/seals/{sealId}/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 验证留存的盖章件 */
        get: operations["verifySeal"];
        put?: never;
        /** 验证来件 */
        post: operations["verifyCopy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我的通知 */
        get: operations["readNotices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/reads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 标记已读 */
        post: operations["markNotices"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/reminders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 提醒单位 */
        post: operations["sendReminder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/visits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 记到访 */
        post: operations["noteVisit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/channels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 外发渠道 */
        get: operations["readChannels"];
        /** 设置外发渠道 */
        put: operations["setChannel"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/channels/tests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 试发一条 */
        post: operations["testChannel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/outgoing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 外发记录 */
        get: operations["listSendings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/outgoing/{outgoingId}/renewal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 重新外发 */
        post: operations["sendAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/wishes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我的外发意愿 */
        get: operations["readWishes"];
        /** 设置我的外发意愿 */
        put: operations["setWishes"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 列表的视图 */
        get: operations["readViews"];
        put?: never;
        /** 保存视图 */
        post: operations["makeView"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/views/{viewId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 修改视图 */
        put: operations["editView"];
        post?: never;
        /** 删除视图 */
        delete: operations["removeView"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/views/usual": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 设默认视图 */
        put: operations["setUsualView"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registry/subjects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 企业名单 */
        get: operations["listSubjects"];
        put?: never;
        /** 登记一户 */
        post: operations["registerSubject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registry/subjects/totals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 企业名单合计 */
        get: operations["subjectTotals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registry/subjects/{subjectId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一户的全部登记 */
        get: operations["getSubject"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** 修改基本情况 */
        patch: operations["editSubject"];
        trace?: never;
    };
    "/api/v1/registry/own/subjects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 本账号名下的企业 */
        get: operations["listOwnSubjects"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registry/own": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 本企业的登记 */
        get: operations["getOwnSubject"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registry/own/land": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 本企业净用地逐月来历 */
        get: operations["explainOwnLand"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registry/own/surveys/{surveyId}/sheet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 本企业用地核查单（打印） */
        get: operations["getOwnSurveySheet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registry/own/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 企业登记本户联系人 */
        post: operations["addOwnContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registry/own/contacts/{rowId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** 企业修改本户联系人 */
        patch: operations["editOwnContact"];
        trace?: never;
    };
    "/api/v1/registry/own/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 本企业的更正申请 */
        get: operations["listOwnCorrections"];
        put?: never;
        /** 提出更正申请 */
        post: operations["askCorrection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registry/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 企业更正申请 */
        get: operations["listCorrections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registry/corrections/{correctionId}/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 答复更正申请 */
        post: operations["answerCorrection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registry/subjects/{subjectId}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 变更历史 */
        get: operations["subjectHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registry/subjects/{subjectId}/land": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 净用地逐月来历 */
        get: operations["explainSubjectLand"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registry/industry-classes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 行业分类检索 */
        get: operations["listIndustryClasses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registry/subjects/{subjectId}/rename": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 更名（保留曾用名） */
        post: operations["renameSubject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registry/identifiers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记证照户号 */
        post: operations["addIdentifier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registry/identifiers/{rowId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** 删除误登的证照户号 */
        delete: operations["removeIdentifier"];
        options?: never;
        head?: never;
        /** 修改证照户号 */
        patch: operations["editIdentifier"];
        trace?: never;
    };
    "/api/v1/registry/identifiers/{rowId}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 截止证照户号 */
        post: operations["closeIdentifier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registry/places": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记四地 */
        post: operations["addPlace"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registry/places/{rowId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** 删除误登的四地 */
        delete: operations["removePlace"];
        options?: never;
        head?: never;
        /** 修改四地 */
        patch: operations["editPlace"];
        trace?: never;
    };
    "/api/v1/registry/places/{rowId}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 截止四地 */
        post: operations["closePlace"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registry/statuses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记经营状态 */
        post: operations["addStatus"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registry/statuses/{rowId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** 删除误登的经营状态 */
        delete: operations["removeStatus"];
        options?: never;
        head?: never;
        /** 修改经营状态 */
        patch: operations["editStatus"];
        trace?: never;
    };
    "/api/v1/registry/statuses/{rowId}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 截止经营状态 */
        post: operations["closeStatus"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registry/industries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记行业 */
        post: operations["addIndustry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registry/industries/{rowId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** 删除误登的行业 */
        delete: operations["removeIndustry"];
        options?: never;
        head?: never;
        /** 修改行业 */
        patch: operations["editIndustry"];
        trace?: never;
    };
    "/api/v1/registry/industries/{rowId}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 截止行业 */
        post: operations["closeIndustry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registry/scales": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记规上规下 */
        post: operations["addScale"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registry/scales/{rowId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** 删除误登的规上规下 */
        delete: operations["removeScale"];
        options?: never;
        head?: never;
        /** 修改规上规下 */
        patch: operations["editScale"];
        trace?: never;
    };
    "/api/v1/registry/titles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记称号 */
        post: operations["addTitle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registry/titles/{rowId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** 删除误登的称号 */
        delete: operations["removeTitle"];
        options?: never;
        head?: never;
        /** 修改称号 */
        patch: operations["editTitle"];
        trace?: never;
    };
    "/api/v1/registry/titles/{rowId}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 截止称号 */
        post: operations["closeTitle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registry/transitions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记过渡期 */
        post: operations["addTransition"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registry/transitions/{rowId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** 删除误登的过渡期 */
        delete: operations["removeTransition"];
        options?: never;
        head?: never;
        /** 修改过渡期 */
        patch: operations["editTransition"];
        trace?: never;
    };
    "/api/v1/registry/transitions/{rowId}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 截止过渡期 */
        post: operations["closeTransition"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registry/relations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记关联企业 */
        post: operations["addRelation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registry/relations/{rowId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** 删除误登的关联企业 */
        delete: operations["removeRelation"];
        options?: never;
        head?: never;
        /** 修改关联企业 */
        patch: operations["editRelation"];
        trace?: never;
    };
    "/api/v1/registry/relations/{rowId}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 截止关联企业 */
        post: operations["closeRelation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registry/park-profiles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记园区情况 */
        post: operations["addParkProfile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registry/park-profiles/{rowId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** 删除误登的园区情况 */
        delete: operations["removeParkProfile"];
        options?: never;
        head?: never;
        /** 修改园区情况 */
        patch: operations["editParkProfile"];
        trace?: never;
    };
    "/api/v1/registry/park-profiles/{rowId}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 截止园区情况 */
        post: operations["closeParkProfile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registry/buildings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记厂房 */
        post: operations["addBuilding"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registry/buildings/{rowId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** 删除误登的厂房 */
        delete: operations["removeBuilding"];
        options?: never;
        head?: never;
        /** 修改厂房 */
        patch: operations["editBuilding"];
        trace?: never;
    };
    "/api/v1/registry/buildings/{rowId}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 截止厂房 */
        post: operations["closeBuilding"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registry/contracts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记用地合同 */
        post: operations["addLandContract"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registry/contracts/{rowId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** 删除误登的用地合同 */
        delete: operations["removeLandContract"];
        options?: never;
        head?: never;
        /** 修改用地合同 */
        patch: operations["editLandContract"];
        trace?: never;
    };
    "/api/v1/registry/occupancies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记用地（自有、承租、出租） */
        post: operations["addOccupancy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registry/occupancies/{rowId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** 删除误登的用地（自有、承租、出租） */
        delete: operations["removeOccupancy"];
        options?: never;
        head?: never;
        /** 修改用地（自有、承租、出租） */
        patch: operations["editOccupancy"];
        trace?: never;
    };
    "/api/v1/registry/occupancies/{rowId}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 截止用地（自有、承租、出租） */
        post: operations["closeOccupancy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registry/meters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记户号 */
        post: operations["addMeter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registry/meters/{rowId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** 删除误登的户号 */
        delete: operations["removeMeter"];
        options?: never;
        head?: never;
        /** 修改户号 */
        patch: operations["editMeter"];
        trace?: never;
    };
    "/api/v1/registry/meters/{rowId}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 截止户号 */
        post: operations["closeMeter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registry/meter-shares": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记共用表分摊 */
        post: operations["addMeterShare"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registry/meter-shares/{rowId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** 删除误登的共用表分摊 */
        delete: operations["removeMeterShare"];
        options?: never;
        head?: never;
        /** 修改共用表分摊 */
        patch: operations["editMeterShare"];
        trace?: never;
    };
    "/api/v1/registry/meter-shares/{rowId}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 截止共用表分摊 */
        post: operations["closeMeterShare"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registry/surveys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记用地核查单 */
        post: operations["addSurvey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registry/surveys/{rowId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** 删除误登的用地核查单 */
        delete: operations["removeSurvey"];
        options?: never;
        head?: never;
        /** 修改用地核查单 */
        patch: operations["editSurvey"];
        trace?: never;
    };
    "/api/v1/registry/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记企业联系人 */
        post: operations["addEnterpriseContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registry/contacts/{rowId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** 修改企业联系人 */
        patch: operations["editEnterpriseContact"];
        trace?: never;
    };
    "/api/v1/registry/contacts/{rowId}/unmask": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 查看未遮盖的联系人 */
        post: operations["unmaskEnterpriseContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registry/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 待认领与有争议的属地 */
        get: operations["listClaims"];
        put?: never;
        /** 提出属地划转 */
        post: operations["proposeMove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registry/claims/{claimId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 认领、不予认领、提出争议、撤回 */
        post: operations["decideClaim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registry/merges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 合并重复登记的企业 */
        post: operations["mergeSubjects"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registry/splits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 拆出一户 */
        post: operations["splitSubject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registry/bulk/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 成批修改预览 */
        post: operations["previewBulk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registry/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 成批修改 */
        post: operations["applyBulk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registry/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤销合并、拆分或成批修改 */
        post: operations["undoRegistryAction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registry/duplicates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 疑似重复登记 */
        get: operations["listDuplicates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registry/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 导入记录 */
        get: operations["listImports"];
        put?: never;
        /** 交导入文件并试运行 */
        post: operations["beginImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registry/imports/{importId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一次导入 */
        get: operations["getImport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registry/imports/{importId}/looks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 重新试运行 */
        post: operations["lookAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registry/imports/{importId}/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 导入 */
        post: operations["runImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registry/imports/{importId}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤销导入 */
        post: operations["undoImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registry/imports/{importId}/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 下载疑点清单 */
        get: operations["importFindings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registry/import-templates/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 下载空白导入表 */
        get: operations["importTemplate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registry/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 导出企业名单 */
        post: operations["exportSubjects"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registry/parcels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 宗地名单 */
        get: operations["listParcels"];
        put?: never;
        /** 登记宗地 */
        post: operations["addParcel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registry/parcels/{parcelId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一宗地 */
        get: operations["getParcel"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** 修改宗地 */
        patch: operations["editParcel"];
        trace?: never;
    };
    "/api/v1/registry/surveys/{surveyId}/sheet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 用地核查单（打印） */
        get: operations["getSurveySheet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registry/surveys/{surveyId}/sign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 核查单签字归档 */
        post: operations["signSurvey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registry/surveys/{surveyId}/scan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 下载核查单扫描件 */
        get: operations["downloadSurveyScan"];
        put?: never;
        /** 核查单扫描件归档 */
        post: operations["archiveSurveyScan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registry/merged-evaluations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 合并评价申请 */
        post: operations["applyMergedEvaluation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registry/merged-evaluations/{mergedEvaluationId}/sheet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 合并评价签发单 */
        get: operations["readMergedSheet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registry/merged-evaluations/{mergedEvaluationId}/sign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 签发合并评价（同意） */
        post: operations["signMergedEvaluation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registry/merged-evaluations/{mergedEvaluationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 不同意、解除合并评价 */
        post: operations["decideMergedEvaluation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registry/checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 用地核对 */
        get: operations["listChecks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registry/land-rules/{year}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 用地口径 */
        get: operations["getLandRule"];
        /** 设定用地口径 */
        put: operations["setLandRule"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/enterprise-pages/{subjectId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 企业页 */
        get: operations["getEnterprisePage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/documents/{documentId}/citations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 引用这份文件的任务和口径 */
        get: operations["listCitations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 全局检索 */
        get: operations["search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/todo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 待办 */
        get: operations["readTodo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        ProblemInput: {
            type: string;
            title: string;
            status: number;
            code: string;
            remedy: string;
            requestId: string;
            errors?: {
                path: string;
                where: string;
                message: string;
            }[];
            details?: {
                [key: string]: unknown;
            };
        };
        Problem: {
            type: string;
            title: string;
            status: number;
            code: string;
            remedy: string;
            requestId: string;
            errors?: {
                path: string;
                where: string;
                message: string;
            }[];
            details?: {
                [key: string]: unknown;
            };
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listOffices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            slug: string;
                            name: string;
                        }[];
                        identityService: boolean;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readPublicPage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 单位代号 */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        officeName: string;
                        workName: string;
                        map: {
                            approvalNumber: string;
                        } | null;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 单位 */
                    office?: string;
                    /** @description 登录名 */
                    login: string;
                    /** @description 密码 */
                    password: string;
                    /** @description 动态口令 */
                    code?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description 编号
                         */
                        userId: string;
                        /** @description 姓名 */
                        name: string;
                        login: string;
                        office: {
                            /**
                             * Format: uuid
                             * @description 编号
                             */
                            officeId: string;
                            slug: string;
                            name: string;
                            workName: string;
                            rootRegionId: string | null;
                        };
                        demonstration: boolean;
                        roles: {
                            /**
                             * @description 岗位
                             * @enum {string}
                             */
                            role: "lead_clerk" | "lead_head" | "department_officer" | "area_officer" | "leader" | "enterprise_user" | "outside_auditor" | "system_admin" | "security_admin" | "audit_admin";
                            title: string;
                        }[];
                        permissions: ("office.administer" | "office.secure" | "office.audit" | "office.users" | "people.read" | "people.edit" | "people.unmask" | "year.read" | "year.manage" | "year.report" | "year.decide" | "documents.read" | "documents.edit" | "documents.seal" | "notices.send" | "files.upload" | "files.oversee" | "views.share" | "jobs.read" | "registry.read" | "registry.edit" | "registry.merge" | "registry.export" | "registry.unmask" | "registry.own")[];
                        reach: {
                            /** @enum {string} */
                            kind: "office" | "regions" | "subjects" | "none";
                            words: string;
                            regionIds: string[];
                            subjectIds: string[];
                        };
                        organisation: {
                            /**
                             * Format: uuid
                             * @description 编号
                             */
                            organisationId: string;
                            name: string;
                        } | null;
                        secondFactor: {
                            enrolled: boolean;
                            used: boolean;
                            needed: boolean;
                        };
                        /** Format: date-time */
                        now: string;
                        passwordOld: boolean;
                        csrfToken: string;
                        idleMinutes: number;
                        /**
                         * Format: date-time
                         * @description 时间
                         */
                        provedAt: string;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signInByLink: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 链接或开通码 */
                    token: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description 编号
                         */
                        userId: string;
                        /** @description 姓名 */
                        name: string;
                        login: string;
                        office: {
                            /**
                             * Format: uuid
                             * @description 编号
                             */
                            officeId: string;
                            slug: string;
                            name: string;
                            workName: string;
                            rootRegionId: string | null;
                        };
                        demonstration: boolean;
                        roles: {
                            /**
                             * @description 岗位
                             * @enum {string}
                             */
                            role: "lead_clerk" | "lead_head" | "department_officer" | "area_officer" | "leader" | "enterprise_user" | "outside_auditor" | "system_admin" | "security_admin" | "audit_admin";
                            title: string;
                        }[];
                        permissions: ("office.administer" | "office.secure" | "office.audit" | "office.users" | "people.read" | "people.edit" | "people.unmask" | "year.read" | "year.manage" | "year.report" | "year.decide" | "documents.read" | "documents.edit" | "documents.seal" | "notices.send" | "files.upload" | "files.oversee" | "views.share" | "jobs.read" | "registry.read" | "registry.edit" | "registry.merge" | "registry.export" | "registry.unmask" | "registry.own")[];
                        reach: {
                            /** @enum {string} */
                            kind: "office" | "regions" | "subjects" | "none";
                            words: string;
                            regionIds: string[];
                            subjectIds: string[];
                        };
                        organisation: {
                            /**
                             * Format: uuid
                             * @description 编号
                             */
                            organisationId: string;
                            name: string;
                        } | null;
                        secondFactor: {
                            enrolled: boolean;
                            used: boolean;
                            needed: boolean;
                        };
                        /** Format: date-time */
                        now: string;
                        passwordOld: boolean;
                        csrfToken: string;
                        idleMinutes: number;
                        /**
                         * Format: date-time
                         * @description 时间
                         */
                        provedAt: string;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setFirstPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 链接或开通码 */
                    secret: string;
                    /** @description 密码 */
                    password: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description 编号
                         */
                        userId: string;
                        /** @description 姓名 */
                        name: string;
                        login: string;
                        office: {
                            /**
                             * Format: uuid
                             * @description 编号
                             */
                            officeId: string;
                            slug: string;
                            name: string;
                            workName: string;
                            rootRegionId: string | null;
                        };
                        demonstration: boolean;
                        roles: {
                            /**
                             * @description 岗位
                             * @enum {string}
                             */
                            role: "lead_clerk" | "lead_head" | "department_officer" | "area_officer" | "leader" | "enterprise_user" | "outside_auditor" | "system_admin" | "security_admin" | "audit_admin";
                            title: string;
                        }[];
                        permissions: ("office.administer" | "office.secure" | "office.audit" | "office.users" | "people.read" | "people.edit" | "people.unmask" | "year.read" | "year.manage" | "year.report" | "year.decide" | "documents.read" | "documents.edit" | "documents.seal" | "notices.send" | "files.upload" | "files.oversee" | "views.share" | "jobs.read" | "registry.read" | "registry.edit" | "registry.merge" | "registry.export" | "registry.unmask" | "registry.own")[];
                        reach: {
                            /** @enum {string} */
                            kind: "office" | "regions" | "subjects" | "none";
                            words: string;
                            regionIds: string[];
                            subjectIds: string[];
                        };
                        organisation: {
                            /**
                             * Format: uuid
                             * @description 编号
                             */
                            organisationId: string;
                            name: string;
                        } | null;
                        secondFactor: {
                            enrolled: boolean;
                            used: boolean;
                            needed: boolean;
                        };
                        /** Format: date-time */
                        now: string;
                        passwordOld: boolean;
                        csrfToken: string;
                        idleMinutes: number;
                        /**
                         * Format: date-time
                         * @description 时间
                         */
                        provedAt: string;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startIdentity: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 单位 */
                    office?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        url: string;
                        flow: string;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    finishIdentity: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 认证结果 */
                    answer: string;
                    /** @description 认证过程 */
                    flow: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description 编号
                         */
                        userId: string;
                        /** @description 姓名 */
                        name: string;
                        login: string;
                        office: {
                            /**
                             * Format: uuid
                             * @description 编号
                             */
                            officeId: string;
                            slug: string;
                            name: string;
                            workName: string;
                            rootRegionId: string | null;
                        };
                        demonstration: boolean;
                        roles: {
                            /**
                             * @description 岗位
                             * @enum {string}
                             */
                            role: "lead_clerk" | "lead_head" | "department_officer" | "area_officer" | "leader" | "enterprise_user" | "outside_auditor" | "system_admin" | "security_admin" | "audit_admin";
                            title: string;
                        }[];
                        permissions: ("office.administer" | "office.secure" | "office.audit" | "office.users" | "people.read" | "people.edit" | "people.unmask" | "year.read" | "year.manage" | "year.report" | "year.decide" | "documents.read" | "documents.edit" | "documents.seal" | "notices.send" | "files.upload" | "files.oversee" | "views.share" | "jobs.read" | "registry.read" | "registry.edit" | "registry.merge" | "registry.export" | "registry.unmask" | "registry.own")[];
                        reach: {
                            /** @enum {string} */
                            kind: "office" | "regions" | "subjects" | "none";
                            words: string;
                            regionIds: string[];
                            subjectIds: string[];
                        };
                        organisation: {
                            /**
                             * Format: uuid
                             * @description 编号
                             */
                            organisationId: string;
                            name: string;
                        } | null;
                        secondFactor: {
                            enrolled: boolean;
                            used: boolean;
                            needed: boolean;
                        };
                        /** Format: date-time */
                        now: string;
                        passwordOld: boolean;
                        csrfToken: string;
                        idleMinutes: number;
                        /**
                         * Format: date-time
                         * @description 时间
                         */
                        provedAt: string;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        done: true;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    proveIdentity: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 密码 */
                    password: string;
                } | {
                    /** @description 动态口令 */
                    code: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description 编号
                         */
                        userId: string;
                        /** @description 姓名 */
                        name: string;
                        login: string;
                        office: {
                            /**
                             * Format: uuid
                             * @description 编号
                             */
                            officeId: string;
                            slug: string;
                            name: string;
                            workName: string;
                            rootRegionId: string | null;
                        };
                        demonstration: boolean;
                        roles: {
                            /**
                             * @description 岗位
                             * @enum {string}
                             */
                            role: "lead_clerk" | "lead_head" | "department_officer" | "area_officer" | "leader" | "enterprise_user" | "outside_auditor" | "system_admin" | "security_admin" | "audit_admin";
                            title: string;
                        }[];
                        permissions: ("office.administer" | "office.secure" | "office.audit" | "office.users" | "people.read" | "people.edit" | "people.unmask" | "year.read" | "year.manage" | "year.report" | "year.decide" | "documents.read" | "documents.edit" | "documents.seal" | "notices.send" | "files.upload" | "files.oversee" | "views.share" | "jobs.read" | "registry.read" | "registry.edit" | "registry.merge" | "registry.export" | "registry.unmask" | "registry.own")[];
                        reach: {
                            /** @enum {string} */
                            kind: "office" | "regions" | "subjects" | "none";
                            words: string;
                            regionIds: string[];
                            subjectIds: string[];
                        };
                        organisation: {
                            /**
                             * Format: uuid
                             * @description 编号
                             */
                            organisationId: string;
                            name: string;
                        } | null;
                        secondFactor: {
                            enrolled: boolean;
                            used: boolean;
                            needed: boolean;
                        };
                        /** Format: date-time */
                        now: string;
                        passwordOld: boolean;
                        csrfToken: string;
                        idleMinutes: number;
                        /**
                         * Format: date-time
                         * @description 时间
                         */
                        provedAt: string;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 密码 */
                    current: string;
                    /** @description 新密码 */
                    password: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description 编号
                         */
                        userId: string;
                        /** @description 姓名 */
                        name: string;
                        login: string;
                        office: {
                            /**
                             * Format: uuid
                             * @description 编号
                             */
                            officeId: string;
                            slug: string;
                            name: string;
                            workName: string;
                            rootRegionId: string | null;
                        };
                        demonstration: boolean;
                        roles: {
                            /**
                             * @description 岗位
                             * @enum {string}
                             */
                            role: "lead_clerk" | "lead_head" | "department_officer" | "area_officer" | "leader" | "enterprise_user" | "outside_auditor" | "system_admin" | "security_admin" | "audit_admin";
                            title: string;
                        }[];
                        permissions: ("office.administer" | "office.secure" | "office.audit" | "office.users" | "people.read" | "people.edit" | "people.unmask" | "year.read" | "year.manage" | "year.report" | "year.decide" | "documents.read" | "documents.edit" | "documents.seal" | "notices.send" | "files.upload" | "files.oversee" | "views.share" | "jobs.read" | "registry.read" | "registry.edit" | "registry.merge" | "registry.export" | "registry.unmask" | "registry.own")[];
                        reach: {
                            /** @enum {string} */
                            kind: "office" | "regions" | "subjects" | "none";
                            words: string;
                            regionIds: string[];
                            subjectIds: string[];
                        };
                        organisation: {
                            /**
                             * Format: uuid
                             * @description 编号
                             */
                            organisationId: string;
                            name: string;
                        } | null;
                        secondFactor: {
                            enrolled: boolean;
                            used: boolean;
                            needed: boolean;
                        };
                        /** Format: date-time */
                        now: string;
                        passwordOld: boolean;
                        csrfToken: string;
                        idleMinutes: number;
                        /**
                         * Format: date-time
                         * @description 时间
                         */
                        provedAt: string;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirmFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 动态口令 */
                    code: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description 编号
                         */
                        userId: string;
                        /** @description 姓名 */
                        name: string;
                        login: string;
                        office: {
                            /**
                             * Format: uuid
                             * @description 编号
                             */
                            officeId: string;
                            slug: string;
                            name: string;
                            workName: string;
                            rootRegionId: string | null;
                        };
                        demonstration: boolean;
                        roles: {
                            /**
                             * @description 岗位
                             * @enum {string}
                             */
                            role: "lead_clerk" | "lead_head" | "department_officer" | "area_officer" | "leader" | "enterprise_user" | "outside_auditor" | "system_admin" | "security_admin" | "audit_admin";
                            title: string;
                        }[];
                        permissions: ("office.administer" | "office.secure" | "office.audit" | "office.users" | "people.read" | "people.edit" | "people.unmask" | "year.read" | "year.manage" | "year.report" | "year.decide" | "documents.read" | "documents.edit" | "documents.seal" | "notices.send" | "files.upload" | "files.oversee" | "views.share" | "jobs.read" | "registry.read" | "registry.edit" | "registry.merge" | "registry.export" | "registry.unmask" | "registry.own")[];
                        reach: {
                            /** @enum {string} */
                            kind: "office" | "regions" | "subjects" | "none";
                            words: string;
                            regionIds: string[];
                            subjectIds: string[];
                        };
                        organisation: {
                            /**
                             * Format: uuid
                             * @description 编号
                             */
                            organisationId: string;
                            name: string;
                        } | null;
                        secondFactor: {
                            enrolled: boolean;
                            used: boolean;
                            needed: boolean;
                        };
                        /** Format: date-time */
                        now: string;
                        passwordOld: boolean;
                        csrfToken: string;
                        idleMinutes: number;
                        /**
                         * Format: date-time
                         * @description 时间
                         */
                        provedAt: string;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    beginFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        secret: string;
                        uri: string;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listJobs: {
        parameters: {
            query?: {
                state?: "queued" | "running" | "done" | "failed" | "cancelled";
                mine?: "true" | "false";
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            jobId: string;
                            kind: string;
                            title: string;
                            /** @enum {string} */
                            state: "queued" | "running" | "done" | "failed" | "cancelled";
                            done: number;
                            total: number | null;
                            unit: string;
                            message: string;
                            cancelRequested: boolean;
                            startedByName: string;
                            /** Format: date-time */
                            createdAt: string;
                            startedAt: string | null;
                            finishedAt: string | null;
                            result: unknown;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                jobId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        jobId: string;
                        kind: string;
                        title: string;
                        /** @enum {string} */
                        state: "queued" | "running" | "done" | "failed" | "cancelled";
                        done: number;
                        total: number | null;
                        unit: string;
                        message: string;
                        cancelRequested: boolean;
                        startedByName: string;
                        /** Format: date-time */
                        createdAt: string;
                        startedAt: string | null;
                        finishedAt: string | null;
                        result: unknown;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                jobId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMyFiles: {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            fileId: string;
                            sha256: string;
                            sizeBytes: number;
                            name: string;
                            kind: string;
                            /** @enum {string} */
                            purpose: "intake" | "evidence" | "document" | "template" | "map" | "scheme" | "bundle";
                            /** Format: date-time */
                            uploadedAt: string;
                            damaged: boolean;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    uploadFile: {
        parameters: {
            query: {
                purpose: "intake" | "evidence" | "document" | "template" | "map" | "scheme" | "bundle";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        fileId: string;
                        sha256: string;
                        sizeBytes: number;
                        name: string;
                        kind: string;
                        /** @enum {string} */
                        purpose: "intake" | "evidence" | "document" | "template" | "map" | "scheme" | "bundle";
                        /** Format: date-time */
                        uploadedAt: string;
                        damaged: boolean;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeMyFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fileId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadMyFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fileId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readFileUsage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        own: {
                            usedBytes: number;
                            quotaBytes: number;
                        };
                        office: {
                            usedBytes: number;
                            quotaBytes: number;
                            byPurpose: {
                                /** @enum {string} */
                                purpose: "intake" | "evidence" | "document" | "template" | "map" | "scheme" | "bundle";
                                title: string;
                                files: number;
                                bytes: number;
                            }[];
                            files: number;
                            damaged: number;
                            checkedSince: string | null;
                        } | null;
                        takes: {
                            /** @enum {string} */
                            purpose: "intake" | "evidence" | "document" | "template" | "map" | "scheme" | "bundle";
                            title: string;
                            kinds: string[];
                            mostMegabytes: number;
                        }[];
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOfficeFiles: {
        parameters: {
            query?: {
                /** @description 用途 */
                purpose?: "intake" | "evidence" | "document" | "template" | "map" | "scheme" | "bundle";
                /** @description 只看损坏的 */
                damaged?: "true";
                /** @description 文件名或上传人中的字 */
                words?: string;
                /** @description 从哪一条之后 */
                after?: string;
                /** @description 每页条数 */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            fileId: string;
                            sha256: string;
                            sizeBytes: number;
                            name: string;
                            kind: string;
                            /** @enum {string} */
                            purpose: "intake" | "evidence" | "document" | "template" | "map" | "scheme" | "bundle";
                            /** Format: date-time */
                            uploadedAt: string;
                            damaged: boolean;
                            uploadedByName: string;
                            /** Format: date-time */
                            checkedAt: string;
                            damagedAt: string | null;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadOfficeFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fileId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    checkFilesNow: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        jobId: string;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readAuditLedger: {
        parameters: {
            query?: {
                userId?: string;
                action?: string;
                outcome?: "done" | "denied" | "failed";
                objectKind?: string;
                objectId?: string;
                from?: string;
                until?: string;
                after?: number;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            seq: number;
                            /** Format: uuid */
                            auditId: string;
                            /** Format: date-time */
                            at: string;
                            userId: string | null;
                            userName: string;
                            roles: string[];
                            action: string;
                            title: string;
                            /** @enum {string} */
                            outcome: "done" | "denied" | "failed";
                            objectKind: string;
                            objectId: string;
                            summary: string;
                            reason: string | null;
                            changeDigest: string;
                            ip: string;
                            requestId: string;
                            demonstration: boolean;
                            hash: string;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportAuditLedger: {
        parameters: {
            query?: {
                userId?: string;
                action?: string;
                outcome?: "done" | "denied" | "failed";
                objectKind?: string;
                objectId?: string;
                from?: string;
                until?: string;
                after?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    verifyAuditLedger: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default [] */
                    heads?: {
                        /** Format: uuid */
                        officeId: string;
                        seq: number;
                        hash: string;
                        /** Format: date-time */
                        at: string;
                        /** Format: byte */
                        signature: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: number;
                        headsMet: number;
                        lastHash: string;
                        firstBad: {
                            seq: number;
                            kind: string;
                            words: string;
                        } | null;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signAuditHead: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        publicKey: string;
                        items: {
                            /** Format: uuid */
                            officeId: string;
                            seq: number;
                            hash: string;
                            /** Format: date-time */
                            at: string;
                            /** Format: byte */
                            signature: string;
                        }[];
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    whoAmI: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description 编号
                         */
                        userId: string;
                        /** @description 姓名 */
                        name: string;
                        login: string;
                        office: {
                            /**
                             * Format: uuid
                             * @description 编号
                             */
                            officeId: string;
                            slug: string;
                            name: string;
                            workName: string;
                            rootRegionId: string | null;
                        };
                        demonstration: boolean;
                        roles: {
                            /**
                             * @description 岗位
                             * @enum {string}
                             */
                            role: "lead_clerk" | "lead_head" | "department_officer" | "area_officer" | "leader" | "enterprise_user" | "outside_auditor" | "system_admin" | "security_admin" | "audit_admin";
                            title: string;
                        }[];
                        permissions: ("office.administer" | "office.secure" | "office.audit" | "office.users" | "people.read" | "people.edit" | "people.unmask" | "year.read" | "year.manage" | "year.report" | "year.decide" | "documents.read" | "documents.edit" | "documents.seal" | "notices.send" | "files.upload" | "files.oversee" | "views.share" | "jobs.read" | "registry.read" | "registry.edit" | "registry.merge" | "registry.export" | "registry.unmask" | "registry.own")[];
                        reach: {
                            /** @enum {string} */
                            kind: "office" | "regions" | "subjects" | "none";
                            words: string;
                            regionIds: string[];
                            subjectIds: string[];
                        };
                        organisation: {
                            /**
                             * Format: uuid
                             * @description 编号
                             */
                            organisationId: string;
                            name: string;
                        } | null;
                        secondFactor: {
                            enrolled: boolean;
                            used: boolean;
                            needed: boolean;
                        };
                        /** Format: date-time */
                        now: string;
                        passwordOld: boolean;
                        csrfToken: string;
                        idleMinutes: number;
                        /**
                         * Format: date-time
                         * @description 时间
                         */
                        provedAt: string;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listUsers: {
        parameters: {
            query?: {
                /** @description 每页条数 */
                limit?: number;
                /** @description 从哪一条之后 */
                after?: string;
                /** @description 姓名 */
                name?: string;
                /** @description 单位 */
                organisationId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * Format: uuid
                             * @description 编号
                             */
                            userId: string;
                            login: string;
                            name: string;
                            organisationId: string | null;
                            phoneMasked: string | null;
                            disabled: boolean;
                            secondFactor: boolean;
                            identities: number;
                            lastSignInAt: string | null;
                            posts: {
                                /**
                                 * Format: uuid
                                 * @description 编号
                                 */
                                postId: string;
                                /**
                                 * @description 岗位
                                 * @enum {string}
                                 */
                                role: "lead_clerk" | "lead_head" | "department_officer" | "area_officer" | "leader" | "enterprise_user" | "outside_auditor" | "system_admin" | "security_admin" | "audit_admin";
                                title: string;
                                regionId: string | null;
                                organisationId: string | null;
                                subjectId: string | null;
                                /**
                                 * Format: date
                                 * @description 日期
                                 */
                                from: string;
                                until: string | null;
                            }[];
                            /** @description 版本 */
                            version: number;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createUser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 登录名 */
                    login: string;
                    /** @description 姓名 */
                    name: string;
                    /** @description 单位 */
                    organisationId: string | null;
                    /** @description 电话 */
                    phone?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description 编号
                         */
                        userId: string;
                        secret: string;
                        /**
                         * Format: date-time
                         * @description 时间
                         */
                        expiresAt: string;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRoles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * @description 岗位
                             * @enum {string}
                             */
                            role: "lead_clerk" | "lead_head" | "department_officer" | "area_officer" | "leader" | "enterprise_user" | "outside_auditor" | "system_admin" | "security_admin" | "audit_admin";
                            title: string;
                            reach: string;
                            secondFactor: boolean;
                            permissions: string[];
                            excludes: ("lead_clerk" | "lead_head" | "department_officer" | "area_officer" | "leader" | "enterprise_user" | "outside_auditor" | "system_admin" | "security_admin" | "audit_admin")[];
                        }[];
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    editUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 姓名 */
                    name?: string;
                    /** @description 单位 */
                    organisationId?: string | null;
                    phone?: string | null;
                    /** @description 版本 */
                    version: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description 版本 */
                        version: number;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    disableUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 理由 */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description 版本 */
                        version: number;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    enableUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 理由 */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description 版本 */
                        version: number;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    issueFirstSecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description 编号
                         */
                        userId: string;
                        secret: string;
                        /**
                         * Format: date-time
                         * @description 时间
                         */
                        expiresAt: string;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listIdentities: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * Format: uuid
                             * @description 编号
                             */
                            identityId: string;
                            issuer: string;
                            subject: string;
                            /**
                             * Format: date-time
                             * @description 时间
                             */
                            linkedAt: string;
                            /** @description 姓名 */
                            linkedByName: string;
                            served: boolean;
                        }[];
                        service: string | null;
                        passwordSet: boolean;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    linkIdentity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uri
                     * @description 认证服务
                     */
                    issuer: string;
                    /** @description 身份标识 */
                    subject: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description 编号
                         */
                        identityId: string;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOwnIdentities: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * Format: uuid
                             * @description 编号
                             */
                            identityId: string;
                            issuer: string;
                            subject: string;
                            /**
                             * Format: date-time
                             * @description 时间
                             */
                            linkedAt: string;
                            /** @description 姓名 */
                            linkedByName: string;
                            served: boolean;
                        }[];
                        service: string | null;
                        passwordSet: boolean;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unlinkIdentity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                identityId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 理由 */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        done: true;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    givePost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description 岗位
                     * @enum {string}
                     */
                    role: "lead_clerk" | "lead_head" | "department_officer" | "area_officer" | "leader" | "enterprise_user" | "outside_auditor" | "system_admin" | "security_admin" | "audit_admin";
                    /**
                     * Format: uuid
                     * @description 区域
                     */
                    regionId?: string;
                    /**
                     * Format: uuid
                     * @description 单位
                     */
                    organisationId?: string;
                    /**
                     * Format: uuid
                     * @description 企业
                     */
                    subjectId?: string;
                    /**
                     * Format: date
                     * @description 起日期
                     */
                    from: string;
                    /**
                     * Format: date
                     * @description 止日期
                     */
                    until?: string;
                    /** @description 理由 */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description 编号
                         */
                        postId: string;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endPost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                postId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 理由 */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        done: true;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unlockUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        done: true;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endSessions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 理由 */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ended: number;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resetFactor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 理由 */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        done: true;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRegions: {
        parameters: {
            query?: {
                /** @description 哪一天 */
                on?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * Format: uuid
                             * @description 编号
                             */
                            regionId: string;
                            parentId: string | null;
                            /** @enum {string} */
                            kind: "province" | "city" | "county" | "town" | "park" | "village" | "area";
                            kindTitle: string;
                            name: string;
                            sort: number;
                            /**
                             * Format: date
                             * @description 日期
                             */
                            from: string;
                            until: string | null;
                            code: string | null;
                            codes: {
                                code: string;
                                /**
                                 * Format: date
                                 * @description 日期
                                 */
                                from: string;
                                until: string | null;
                            }[];
                            /** @description 版本 */
                            version: number;
                        }[];
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addRegion: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description 上级区域
                     */
                    parentId: string;
                    /**
                     * @description 类别
                     * @enum {string}
                     */
                    kind: "province" | "city" | "county" | "town" | "park" | "village" | "area";
                    /** @description 名称 */
                    name: string;
                    /**
                     * @description 次序
                     * @default 0
                     */
                    sort?: number;
                    /**
                     * Format: date
                     * @description 起日期
                     */
                    from: string;
                    /** @description 区划代码 */
                    code?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description 编号
                         */
                        regionId: string;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    editRegion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                regionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 名称 */
                    name?: string;
                    /**
                     * @description 类别
                     * @enum {string}
                     */
                    kind?: "province" | "city" | "county" | "town" | "park" | "village" | "area";
                    /**
                     * Format: uuid
                     * @description 上级区域
                     */
                    parentId?: string;
                    /** @description 次序 */
                    sort?: number;
                    /** @description 止日期 */
                    until?: string | null;
                    /** @description 版本 */
                    version: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description 版本 */
                        version: number;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    giveRegionCode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                regionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 区划代码 */
                    code: string;
                    /**
                     * Format: date
                     * @description 起日期
                     */
                    from: string;
                    /**
                     * Format: date
                     * @description 止日期
                     */
                    until?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description 版本 */
                        version: number;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOrganisations: {
        parameters: {
            query?: {
                /** @description 哪一天 */
                on?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * Format: uuid
                             * @description 编号
                             */
                            organisationId: string;
                            name: string;
                            shortName: string;
                            /** @enum {string} */
                            kind: "lead_office" | "department" | "area_office" | "superior" | "other";
                            kindTitle: string;
                            regionId: string | null;
                            sort: number;
                            closedOn: string | null;
                            contacts: {
                                /**
                                 * Format: uuid
                                 * @description 编号
                                 */
                                contactId: string;
                                /** @enum {string} */
                                role: "head" | "liaison" | "backbone" | "data_officer" | "finance";
                                roleTitle: string;
                                name: string;
                                postTitle: string;
                                phoneMasked: string | null;
                                /**
                                 * Format: date
                                 * @description 日期
                                 */
                                from: string;
                                until: string | null;
                                /** @description 版本 */
                                version: number;
                            }[];
                            /** @description 版本 */
                            version: number;
                        }[];
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addOrganisation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 名称 */
                    name: string;
                    /** @description 简称 */
                    shortName: string;
                    /**
                     * @description 类别
                     * @enum {string}
                     */
                    kind: "lead_office" | "department" | "area_office" | "superior" | "other";
                    /**
                     * @description 所在区域
                     * @default null
                     */
                    regionId?: string | null;
                    /**
                     * @description 次序
                     * @default 0
                     */
                    sort?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description 编号
                         */
                        organisationId: string;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    editOrganisation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                organisationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 名称 */
                    name?: string;
                    /** @description 简称 */
                    shortName?: string;
                    /**
                     * @description 类别
                     * @enum {string}
                     */
                    kind?: "lead_office" | "department" | "area_office" | "superior" | "other";
                    /** @description 所在区域 */
                    regionId?: string | null;
                    /** @description 次序 */
                    sort?: number;
                    /** @description 撤销日期 */
                    closedOn?: string | null;
                    /** @description 版本 */
                    version: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description 版本 */
                        version: number;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                organisationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description 职责
                     * @enum {string}
                     */
                    role: "head" | "liaison" | "backbone" | "data_officer" | "finance";
                    /** @description 姓名 */
                    name: string;
                    /**
                     * @description 职务
                     * @default
                     */
                    postTitle?: string;
                    /** @description 电话 */
                    phone?: string;
                    /**
                     * Format: date
                     * @description 起日期
                     */
                    from: string;
                    /**
                     * @description 接替原联系人
                     * @default true
                     */
                    replaces?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description 编号
                         */
                        contactId: string;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    editContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                contactId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 姓名 */
                    name?: string;
                    /** @description 职务 */
                    postTitle?: string;
                    phone?: string | null;
                    /** @description 止日期 */
                    until?: string | null;
                    /** @description 版本 */
                    version: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description 版本 */
                        version: number;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unmaskContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                contactId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        phone: string | null;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readLeadingGroup: {
        parameters: {
            query?: {
                /** @description 哪一天 */
                on?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        members: {
                            /**
                             * Format: uuid
                             * @description 编号
                             */
                            memberId: string;
                            /** @enum {string} */
                            position: "leader" | "deputy_leader" | "office_director" | "office_deputy" | "member";
                            positionTitle: string;
                            organisationId: string | null;
                            organisationName: string | null;
                            name: string;
                            postTitle: string;
                            sort: number;
                            /**
                             * Format: date
                             * @description 日期
                             */
                            from: string;
                            until: string | null;
                            contacts: {
                                /**
                                 * Format: uuid
                                 * @description 编号
                                 */
                                contactId: string;
                                /** @enum {string} */
                                role: "head" | "liaison" | "backbone" | "data_officer" | "finance";
                                roleTitle: string;
                                name: string;
                                postTitle: string;
                                phoneMasked: string | null;
                                /**
                                 * Format: date
                                 * @description 日期
                                 */
                                from: string;
                                until: string | null;
                                /** @description 版本 */
                                version: number;
                            }[];
                            /** @description 版本 */
                            version: number;
                        }[];
                        units: number;
                        vacant: {
                            /** @enum {string} */
                            position: "leader" | "deputy_leader" | "office_director" | "office_deputy" | "member";
                            title: string;
                        }[];
                        withoutContact: {
                            /**
                             * Format: uuid
                             * @description 编号
                             */
                            organisationId: string;
                            name: string;
                        }[];
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addGroupMember: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description 职务类别
                     * @enum {string}
                     */
                    position: "leader" | "deputy_leader" | "office_director" | "office_deputy" | "member";
                    /**
                     * @description 成员单位
                     * @default null
                     */
                    organisationId?: string | null;
                    /** @description 姓名 */
                    name: string;
                    /**
                     * @description 职务
                     * @default
                     */
                    postTitle?: string;
                    /**
                     * @description 次序
                     * @default 0
                     */
                    sort?: number;
                    /**
                     * Format: date
                     * @description 起日期
                     */
                    from: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description 编号
                         */
                        memberId: string;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    editGroupMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                memberId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 姓名 */
                    name?: string;
                    /** @description 职务 */
                    postTitle?: string;
                    /**
                     * @description 职务类别
                     * @enum {string}
                     */
                    position?: "leader" | "deputy_leader" | "office_director" | "office_deputy" | "member";
                    /** @description 次序 */
                    sort?: number;
                    /** @description 止日期 */
                    until?: string | null;
                    /** @description 版本 */
                    version: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description 版本 */
                        version: number;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readOffice: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description 编号
                         */
                        officeId: string;
                        slug: string;
                        name: string;
                        shortName: string;
                        workName: string;
                        rootRegionId: string | null;
                        settings: {
                            /**
                             * @description 密码规则
                             * @enum {string}
                             */
                            passwordProfile: "djbh" | "asvs";
                            /** @description 无操作退出（分钟） */
                            idleMinutes: number;
                            /** @description 一次登录最长（小时） */
                            sessionHours: number;
                            /** @description 开通码有效（小时） */
                            firstSecretHours: number;
                            /**
                             * @description 合并评价
                             * @enum {string}
                             */
                            mergedRule: "by_application" | "none";
                            /** @description 审图号 */
                            mapApprovalNumber: string;
                            /** @description 每人空间（MB） */
                            personQuotaMegabytes: number;
                            /** @description 本单位空间（MB） */
                            officeQuotaMegabytes: number;
                        };
                        /** @description 版本 */
                        version: number;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    editOffice: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 工作名称 */
                    workName?: string;
                    /** @description 简称 */
                    shortName?: string;
                    /** @description 版本 */
                    version: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description 版本 */
                        version: number;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    renameOffice: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 全称 */
                    name: string;
                    /** @description 依据文件 */
                    basis: string;
                    /** @description 版本 */
                    version: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description 版本 */
                        version: number;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    editOfficeSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description 合并评价
                     * @enum {string}
                     */
                    mergedRule?: "by_application" | "none";
                    /** @description 审图号 */
                    mapApprovalNumber?: string;
                    /** @description 每人空间（MB） */
                    personQuotaMegabytes?: number;
                    /** @description 本单位空间（MB） */
                    officeQuotaMegabytes?: number;
                    /** @description 版本 */
                    version: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description 版本 */
                        version: number;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    editOfficeSecurity: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description 密码规则
                     * @enum {string}
                     */
                    passwordProfile?: "djbh" | "asvs";
                    /** @description 无操作退出（分钟） */
                    idleMinutes?: number;
                    /** @description 一次登录最长（小时） */
                    sessionHours?: number;
                    /** @description 开通码有效（小时） */
                    firstSecretHours?: number;
                    /** @description 版本 */
                    version: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description 版本 */
                        version: number;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readCycles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * Format: uuid
                             * @description 编号
                             */
                            cycleId: string;
                            /** @description 名称 */
                            name: string;
                            /**
                             * @description 评价对象
                             * @enum {string}
                             */
                            subjectKind: "enterprise" | "workshop" | "park" | "small_park" | "town" | "department";
                            /** @description 数据年度 */
                            dataYear: number;
                            /** @description 实施年度 */
                            workYear: number;
                            /**
                             * @description 政策执行起
                             * @default null
                             */
                            policyFrom: string | null;
                            /**
                             * @description 政策执行止
                             * @default null
                             */
                            policyUntil: string | null;
                            /** @enum {string} */
                            state: "planned" | "running" | "closed";
                            /** @description 版本 */
                            version: number;
                        }[];
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    makeCycle: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 名称 */
                    name: string;
                    /**
                     * @description 评价对象
                     * @enum {string}
                     */
                    subjectKind: "enterprise" | "workshop" | "park" | "small_park" | "town" | "department";
                    /** @description 数据年度 */
                    dataYear: number;
                    /** @description 实施年度 */
                    workYear: number;
                    /**
                     * @description 政策执行起
                     * @default null
                     */
                    policyFrom?: string | null;
                    /**
                     * @description 政策执行止
                     * @default null
                     */
                    policyUntil?: string | null;
                    /**
                     * @description 沿用哪一年度的阶段
                     * @default null
                     */
                    copyFrom?: string | null;
                    /**
                     * @description 阶段
                     * @default []
                     */
                    stages?: {
                        /**
                         * Format: uuid
                         * @description 原有阶段的编号
                         */
                        stageId?: string;
                        /**
                         * @description 阶段类别
                         * @enum {string}
                         */
                        kind: "roster" | "collection" | "checking" | "data_publicity" | "correction" | "confirmation" | "pre_evaluation" | "publicity" | "appeal" | "decision" | "announcement" | "lists" | "implementation" | "acceptance" | "other";
                        /** @description 名称 */
                        name: string;
                        /**
                         * Format: date
                         * @description 开始日
                         */
                        firstDay: string;
                        /**
                         * Format: date
                         * @description 截止日
                         */
                        lastDay: string;
                        /** @description 截止时刻 */
                        lastClock?: string;
                        /**
                         * @description 牵头单位
                         * @default null
                         */
                        leadOrganisationId?: string | null;
                        /**
                         * @description 分工单位
                         * @default []
                         */
                        duties?: string[];
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description 编号
                         */
                        cycleId: string;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readCycle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                cycleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description 编号
                         */
                        cycleId: string;
                        /** @description 名称 */
                        name: string;
                        /**
                         * @description 评价对象
                         * @enum {string}
                         */
                        subjectKind: "enterprise" | "workshop" | "park" | "small_park" | "town" | "department";
                        /** @description 数据年度 */
                        dataYear: number;
                        /** @description 实施年度 */
                        workYear: number;
                        /**
                         * @description 政策执行起
                         * @default null
                         */
                        policyFrom: string | null;
                        /**
                         * @description 政策执行止
                         * @default null
                         */
                        policyUntil: string | null;
                        /** @enum {string} */
                        state: "planned" | "running" | "closed";
                        /** @description 版本 */
                        version: number;
                        stages: {
                            /**
                             * Format: uuid
                             * @description 编号
                             */
                            stageId: string;
                            /** @enum {string} */
                            kind: "roster" | "collection" | "checking" | "data_publicity" | "correction" | "confirmation" | "pre_evaluation" | "publicity" | "appeal" | "decision" | "announcement" | "lists" | "implementation" | "acceptance" | "other";
                            name: string;
                            /**
                             * Format: date
                             * @description 日期
                             */
                            firstDay: string;
                            /**
                             * Format: date
                             * @description 日期
                             */
                            lastDay: string;
                            lastClock?: string;
                            /** Format: date-time */
                            endsAt: string;
                            leadOrganisationId: string | null;
                            lead: string | null;
                            doneAt: string | null;
                            /** @enum {string} */
                            state: "coming" | "current" | "late" | "done";
                            workingDaysLeft: number;
                            workingDaysLate: number;
                            duties: {
                                /**
                                 * Format: uuid
                                 * @description 编号
                                 */
                                organisationId: string;
                                organisation: string;
                                doneAt: string | null;
                                late: boolean;
                            }[];
                            /** @description 版本 */
                            version: number;
                        }[];
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    editCycle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                cycleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 名称 */
                    name: string;
                    /**
                     * @description 评价对象
                     * @enum {string}
                     */
                    subjectKind: "enterprise" | "workshop" | "park" | "small_park" | "town" | "department";
                    /** @description 数据年度 */
                    dataYear: number;
                    /** @description 实施年度 */
                    workYear: number;
                    /**
                     * @description 政策执行起
                     * @default null
                     */
                    policyFrom?: string | null;
                    /**
                     * @description 政策执行止
                     * @default null
                     */
                    policyUntil?: string | null;
                    /** @description 版本 */
                    version: number;
                    /**
                     * @description 状态
                     * @enum {string}
                     */
                    state: "planned" | "running" | "closed";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description 版本 */
                        version: number;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readLate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @enum {string} */
                            kind: "stage" | "duty" | "task";
                            /**
                             * Format: uuid
                             * @description 编号
                             */
                            id: string;
                            title: string;
                            organisationId: string | null;
                            organisation: string | null;
                            /**
                             * Format: date
                             * @description 日期
                             */
                            lastDay: string;
                            workingDaysLate: number;
                        }[];
                        more: number;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readTasks: {
        parameters: {
            query?: {
                /** @description 状态 */
                state?: "open" | "reported" | "done" | "cancelled";
                /** @description 牵头或配合单位 */
                organisationId?: string;
                /** @description 年度评价 */
                cycleId?: string;
                /** @description 只看逾期 */
                late?: "true";
                /** @description 每页条数 */
                limit?: number;
                /** @description 从哪一条之后 */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * Format: uuid
                             * @description 编号
                             */
                            taskId: string;
                            title: string;
                            clause: string;
                            cycleId: string | null;
                            lead: {
                                /**
                                 * Format: uuid
                                 * @description 编号
                                 */
                                organisationId: string;
                                organisation: string;
                            };
                            supporters: {
                                /**
                                 * Format: uuid
                                 * @description 编号
                                 */
                                organisationId: string;
                                organisation: string;
                            }[];
                            /**
                             * Format: date
                             * @description 日期
                             */
                            lastDay: string;
                            /** @enum {string} */
                            state: "open" | "reported" | "done" | "cancelled";
                            progress: string;
                            workingDaysLeft: number;
                            workingDaysLate: number;
                            cited: {
                                /**
                                 * Format: uuid
                                 * @description 编号
                                 */
                                documentId: string;
                                number: string;
                                title: string;
                                /** @enum {string} */
                                state: "in_force" | "not_yet" | "draft" | "superseded" | "expired" | "void" | "interpretation";
                                valid: boolean;
                                standingWords: string;
                            }[];
                            /** @description 版本 */
                            version: number;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    makeTask: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 任务 */
                    title: string;
                    /** @description 依据条款 */
                    clause: string;
                    /**
                     * @description 年度评价
                     * @default null
                     */
                    cycleId?: string | null;
                    /**
                     * Format: uuid
                     * @description 牵头单位
                     */
                    leadOrganisationId: string;
                    /**
                     * @description 配合单位
                     * @default []
                     */
                    supporterIds?: string[];
                    /**
                     * Format: date
                     * @description 截止日
                     */
                    lastDay: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description 编号
                         */
                        taskId: string;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                taskId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description 编号
                         */
                        taskId: string;
                        title: string;
                        clause: string;
                        cycleId: string | null;
                        lead: {
                            /**
                             * Format: uuid
                             * @description 编号
                             */
                            organisationId: string;
                            organisation: string;
                        };
                        supporters: {
                            /**
                             * Format: uuid
                             * @description 编号
                             */
                            organisationId: string;
                            organisation: string;
                        }[];
                        /**
                         * Format: date
                         * @description 日期
                         */
                        lastDay: string;
                        /** @enum {string} */
                        state: "open" | "reported" | "done" | "cancelled";
                        progress: string;
                        workingDaysLeft: number;
                        workingDaysLate: number;
                        cited: {
                            /**
                             * Format: uuid
                             * @description 编号
                             */
                            documentId: string;
                            number: string;
                            title: string;
                            /** @enum {string} */
                            state: "in_force" | "not_yet" | "draft" | "superseded" | "expired" | "void" | "interpretation";
                            valid: boolean;
                            standingWords: string;
                        }[];
                        /** @description 版本 */
                        version: number;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    editTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                taskId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 任务 */
                    title: string;
                    /** @description 依据条款 */
                    clause: string;
                    /**
                     * @description 年度评价
                     * @default null
                     */
                    cycleId?: string | null;
                    /**
                     * Format: uuid
                     * @description 牵头单位
                     */
                    leadOrganisationId: string;
                    /**
                     * @description 配合单位
                     * @default []
                     */
                    supporterIds?: string[];
                    /**
                     * Format: date
                     * @description 截止日
                     */
                    lastDay: string;
                    /** @description 版本 */
                    version: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description 版本 */
                        version: number;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readOwnDays: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * Format: date
                             * @description 日期
                             */
                            day: string;
                            works: boolean;
                            usual: boolean;
                            note: string;
                        }[];
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setStages: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                cycleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 版本 */
                    version: number;
                    /** @description 阶段 */
                    stages: {
                        /**
                         * Format: uuid
                         * @description 原有阶段的编号
                         */
                        stageId?: string;
                        /**
                         * @description 阶段类别
                         * @enum {string}
                         */
                        kind: "roster" | "collection" | "checking" | "data_publicity" | "correction" | "confirmation" | "pre_evaluation" | "publicity" | "appeal" | "decision" | "announcement" | "lists" | "implementation" | "acceptance" | "other";
                        /** @description 名称 */
                        name: string;
                        /**
                         * Format: date
                         * @description 开始日
                         */
                        firstDay: string;
                        /**
                         * Format: date
                         * @description 截止日
                         */
                        lastDay: string;
                        /** @description 截止时刻 */
                        lastClock?: string;
                        /**
                         * @description 牵头单位
                         * @default null
                         */
                        leadOrganisationId?: string | null;
                        /**
                         * @description 分工单位
                         * @default []
                         */
                        duties?: string[];
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description 版本 */
                        version: number;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    markStage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                stageId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 版本 */
                    version: number;
                    /** @description 完成 */
                    done: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description 版本 */
                        version: number;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    markDuty: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                stageId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description 单位
                     */
                    organisationId: string;
                    /** @description 完成 */
                    done: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        doneAt: string | null;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setOwnDay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 日期 */
                day: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 上班 */
                    works: boolean;
                    /** @description 说明 */
                    note: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        done: true;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reportTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                taskId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 版本 */
                    version: number;
                    /** @description 进展 */
                    progress: string;
                    /** @description 已完成，请牵头办办结 */
                    reported: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description 版本 */
                        version: number;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                taskId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 版本 */
                    version: number;
                    /**
                     * @description 办结、取消或退回
                     * @enum {string}
                     */
                    state: "done" | "cancelled" | "open";
                    /** @description 理由 */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description 版本 */
                        version: number;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readDocuments: {
        parameters: {
            query?: {
                /** @description 文号、标题、机关或条款中的字 */
                words?: string;
                /** @description 种类 */
                kind?: "law" | "rule" | "opinion" | "plan" | "notice" | "announcement" | "reply" | "minutes" | "interpretation" | "utility_stop" | "other";
                /** @description 登记的效力 */
                standing?: "draft" | "issued" | "in_force" | "on_trial" | "extended" | "superseded" | "expired" | "void";
                /** @description 那一天的效力 */
                state?: "in_force" | "not_yet" | "draft" | "superseded" | "expired" | "void" | "interpretation";
                /** @description 只看复审逾期 */
                due?: "true";
                /** @description 按哪一天看效力 */
                on?: string;
                /** @description 排序 */
                sort?: "issuedOn" | "-issuedOn" | "number" | "-number" | "title" | "-title" | "issuer" | "-issuer" | "kind" | "-kind" | "state" | "-state" | "effectiveUntil" | "-effectiveUntil" | "reviewDueOn" | "-reviewDueOn";
                /** @description 至多几份 */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: date
                         * @description 效力按这一天
                         */
                        on: string;
                        items: {
                            /**
                             * Format: uuid
                             * @description 编号
                             */
                            documentId: string;
                            /** @description 文号 */
                            number: string;
                            /** @description 标题 */
                            title: string;
                            /** @description 制发机关 */
                            issuer: string;
                            /**
                             * @description 种类
                             * @default other
                             * @enum {string}
                             */
                            kind: "law" | "rule" | "opinion" | "plan" | "notice" | "announcement" | "reply" | "minutes" | "interpretation" | "utility_stop" | "other";
                            /**
                             * @description 效力
                             * @enum {string}
                             */
                            standing: "draft" | "issued" | "in_force" | "on_trial" | "extended" | "superseded" | "expired" | "void";
                            /**
                             * @description 印发日期
                             * @default null
                             */
                            issuedOn: string | null;
                            /**
                             * @description 施行起
                             * @default null
                             */
                            effectiveFrom: string | null;
                            /**
                             * @description 失效日（不含）
                             * @default null
                             */
                            effectiveUntil: string | null;
                            /**
                             * @description 被哪份文件替代
                             * @default null
                             */
                            supersededBy: string | null;
                            /**
                             * @description 复审期限
                             * @default null
                             */
                            reviewDueOn: string | null;
                            /**
                             * @description 出处
                             * @default
                             */
                            source: string;
                            /**
                             * @description 备注
                             * @default
                             */
                            note: string;
                            /** @enum {string} */
                            state: "in_force" | "not_yet" | "draft" | "superseded" | "expired" | "void" | "interpretation";
                            valid: boolean;
                            standingWords: string;
                            reviewOverdue: boolean;
                            clauses: number;
                            files: number;
                            /** @description 版本 */
                            version: number;
                        }[];
                        total: number;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    makeDocument: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 文号 */
                    number: string;
                    /** @description 标题 */
                    title: string;
                    /** @description 制发机关 */
                    issuer: string;
                    /**
                     * @description 种类
                     * @default other
                     * @enum {string}
                     */
                    kind?: "law" | "rule" | "opinion" | "plan" | "notice" | "announcement" | "reply" | "minutes" | "interpretation" | "utility_stop" | "other";
                    /**
                     * @description 效力
                     * @enum {string}
                     */
                    standing: "draft" | "issued" | "in_force" | "on_trial" | "extended" | "superseded" | "expired" | "void";
                    /**
                     * @description 印发日期
                     * @default null
                     */
                    issuedOn?: string | null;
                    /**
                     * @description 施行起
                     * @default null
                     */
                    effectiveFrom?: string | null;
                    /**
                     * @description 失效日（不含）
                     * @default null
                     */
                    effectiveUntil?: string | null;
                    /**
                     * @description 被哪份文件替代
                     * @default null
                     */
                    supersededBy?: string | null;
                    /**
                     * @description 复审期限
                     * @default null
                     */
                    reviewDueOn?: string | null;
                    /**
                     * @description 出处
                     * @default
                     */
                    source?: string;
                    /**
                     * @description 备注
                     * @default
                     */
                    note?: string;
                    /**
                     * @description 条款
                     * @default []
                     */
                    clauses?: {
                        /** @description 条款号 */
                        path: string;
                        /** @description 条款原文 */
                        text: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description 编号
                         */
                        documentId: string;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    findCited: {
        parameters: {
            query: {
                /** @description 依据，如“某发〔2022〕1号 三.1” */
                words: string;
                /** @description 按哪一天看效力 */
                on?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: date
                         * @description 效力按这一天
                         */
                        on: string;
                        items: {
                            /**
                             * Format: uuid
                             * @description 编号
                             */
                            documentId: string;
                            number: string;
                            title: string;
                            /** @enum {string} */
                            state: "in_force" | "not_yet" | "draft" | "superseded" | "expired" | "void" | "interpretation";
                            valid: boolean;
                            standingWords: string;
                        }[];
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportDocuments: {
        parameters: {
            query?: {
                /** @description 文号、标题、机关或条款中的字 */
                words?: string;
                /** @description 种类 */
                kind?: "law" | "rule" | "opinion" | "plan" | "notice" | "announcement" | "reply" | "minutes" | "interpretation" | "utility_stop" | "other";
                /** @description 登记的效力 */
                standing?: "draft" | "issued" | "in_force" | "on_trial" | "extended" | "superseded" | "expired" | "void";
                /** @description 那一天的效力 */
                state?: "in_force" | "not_yet" | "draft" | "superseded" | "expired" | "void" | "interpretation";
                /** @description 只看复审逾期 */
                due?: "true";
                /** @description 按哪一天看效力 */
                on?: string;
                /** @description 排序 */
                sort?: "issuedOn" | "-issuedOn" | "number" | "-number" | "title" | "-title" | "issuer" | "-issuer" | "kind" | "-kind" | "state" | "-state" | "effectiveUntil" | "-effectiveUntil" | "reviewDueOn" | "-reviewDueOn";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readDocument: {
        parameters: {
            query?: {
                /** @description 按哪一天看效力 */
                on?: string;
            };
            header?: never;
            path: {
                /** @description 编号 */
                documentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description 编号
                         */
                        documentId: string;
                        /** @description 文号 */
                        number: string;
                        /** @description 标题 */
                        title: string;
                        /** @description 制发机关 */
                        issuer: string;
                        /**
                         * @description 种类
                         * @default other
                         * @enum {string}
                         */
                        kind: "law" | "rule" | "opinion" | "plan" | "notice" | "announcement" | "reply" | "minutes" | "interpretation" | "utility_stop" | "other";
                        /**
                         * @description 效力
                         * @enum {string}
                         */
                        standing: "draft" | "issued" | "in_force" | "on_trial" | "extended" | "superseded" | "expired" | "void";
                        /**
                         * @description 印发日期
                         * @default null
                         */
                        issuedOn: string | null;
                        /**
                         * @description 施行起
                         * @default null
                         */
                        effectiveFrom: string | null;
                        /**
                         * @description 失效日（不含）
                         * @default null
                         */
                        effectiveUntil: string | null;
                        /**
                         * @description 被哪份文件替代
                         * @default null
                         */
                        supersededBy: string | null;
                        /**
                         * @description 复审期限
                         * @default null
                         */
                        reviewDueOn: string | null;
                        /**
                         * @description 出处
                         * @default
                         */
                        source: string;
                        /**
                         * @description 备注
                         * @default
                         */
                        note: string;
                        /** @enum {string} */
                        state: "in_force" | "not_yet" | "draft" | "superseded" | "expired" | "void" | "interpretation";
                        valid: boolean;
                        standingWords: string;
                        reviewOverdue: boolean;
                        /** @description 版本 */
                        version: number;
                        /**
                         * Format: date
                         * @description 效力按这一天
                         */
                        on: string;
                        clauses: {
                            /** @description 条款号 */
                            path: string;
                            /** @description 条款原文 */
                            text: string;
                        }[];
                        reviews: {
                            /**
                             * Format: uuid
                             * @description 编号
                             */
                            reviewId: string;
                            /**
                             * @description 审查类别
                             * @enum {string}
                             */
                            kind: "fair_competition" | "legality" | "consultation" | "risk" | "collective_decision" | "reexamination";
                            /**
                             * Format: date
                             * @description 审查日期
                             */
                            reviewedOn: string;
                            /** @description 审查单位 */
                            reviewer: string;
                            /** @description 结论 */
                            conclusion: string;
                        }[];
                        successor: {
                            /**
                             * Format: uuid
                             * @description 编号
                             */
                            documentId: string;
                            number: string;
                            title: string;
                            effectiveFrom: string | null;
                        } | null;
                        predecessors: {
                            /**
                             * Format: uuid
                             * @description 编号
                             */
                            documentId: string;
                            number: string;
                            title: string;
                            effectiveFrom: string | null;
                        }[];
                        files: {
                            /**
                             * Format: uuid
                             * @description 编号
                             */
                            fileId: string;
                            /** @enum {string} */
                            role: "official" | "annex" | "material";
                            name: string;
                            sizeBytes: number;
                            sha256: string;
                            addedByName: string;
                            /** Format: date-time */
                            addedAt: string;
                            /** Format: date-time */
                            checkedAt: string;
                            damaged: boolean;
                            sealable: boolean;
                        }[];
                        seals: {
                            /**
                             * Format: uuid
                             * @description 编号
                             */
                            sealId: string;
                            /**
                             * Format: uuid
                             * @description 编号
                             */
                            fileId: string;
                            /**
                             * Format: uuid
                             * @description 编号
                             */
                            sealedFileId: string;
                            sealedFileName: string;
                            sha256: string;
                            sealName: string;
                            algorithm: string;
                            keyFingerprint: string;
                            sealedByName: string;
                            /** Format: date-time */
                            sealedAt: string;
                        }[];
                        sealing: {
                            seals: {
                                number: string;
                                name: string;
                            }[];
                            whyNot: string | null;
                        };
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    editDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                documentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 文号 */
                    number: string;
                    /** @description 标题 */
                    title: string;
                    /** @description 制发机关 */
                    issuer: string;
                    /**
                     * @description 种类
                     * @default other
                     * @enum {string}
                     */
                    kind?: "law" | "rule" | "opinion" | "plan" | "notice" | "announcement" | "reply" | "minutes" | "interpretation" | "utility_stop" | "other";
                    /**
                     * @description 效力
                     * @enum {string}
                     */
                    standing: "draft" | "issued" | "in_force" | "on_trial" | "extended" | "superseded" | "expired" | "void";
                    /**
                     * @description 印发日期
                     * @default null
                     */
                    issuedOn?: string | null;
                    /**
                     * @description 施行起
                     * @default null
                     */
                    effectiveFrom?: string | null;
                    /**
                     * @description 失效日（不含）
                     * @default null
                     */
                    effectiveUntil?: string | null;
                    /**
                     * @description 被哪份文件替代
                     * @default null
                     */
                    supersededBy?: string | null;
                    /**
                     * @description 复审期限
                     * @default null
                     */
                    reviewDueOn?: string | null;
                    /**
                     * @description 出处
                     * @default
                     */
                    source?: string;
                    /**
                     * @description 备注
                     * @default
                     */
                    note?: string;
                    /** @description 版本 */
                    version: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description 版本 */
                        version: number;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setClauses: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                documentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 版本 */
                    version: number;
                    /** @description 条款 */
                    clauses: {
                        /** @description 条款号 */
                        path: string;
                        /** @description 条款原文 */
                        text: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description 版本 */
                        version: number;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addReview: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                /** @description 编号 */
                documentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description 审查类别
                     * @enum {string}
                     */
                    kind: "fair_competition" | "legality" | "consultation" | "risk" | "collective_decision" | "reexamination";
                    /**
                     * Format: date
                     * @description 审查日期
                     */
                    reviewedOn: string;
                    /** @description 审查单位 */
                    reviewer: string;
                    /** @description 结论 */
                    conclusion: string;
                    /** @description 下次复审期限 */
                    nextDueOn?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description 编号
                         */
                        reviewId: string;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addDocumentFile: {
        parameters: {
            query?: {
                /** @description 属于 */
                role?: "official" | "annex" | "material";
            };
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                /** @description 编号 */
                documentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description 编号
                         */
                        fileId: string;
                        name: string;
                        sizeBytes: number;
                        sha256: string;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadDocumentFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                documentId: string;
                /** @description 编号 */
                fileId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeDocumentFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                documentId: string;
                /** @description 编号 */
                fileId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    requestSeal: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                /** @description 编号 */
                documentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description 盖在哪个原件上
                     */
                    fileId: string;
                    /** @description 印章 */
                    sealNumber: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description 编号
                         */
                        jobId: string;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    verifySeal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                documentId: string;
                /** @description 编号 */
                sealId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        holds: boolean;
                        words: string;
                        sha256: string;
                        sealName: string;
                        /** Format: date-time */
                        sealedAt: string;
                        algorithm: string;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    verifyCopy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                documentId: string;
                /** @description 编号 */
                sealId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        holds: boolean;
                        words: string;
                        sha256: string;
                        sealName: string;
                        /** Format: date-time */
                        sealedAt: string;
                        algorithm: string;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readNotices: {
        parameters: {
            query?: {
                /** @description 只看未读 */
                unread?: "true";
                /** @description 每页条数 */
                limit?: number;
                /** @description 从哪一条之后 */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * Format: uuid
                             * @description 编号
                             */
                            noticeId: string;
                            /** Format: date-time */
                            at: string;
                            title: string;
                            words: string;
                            link: string;
                            readAt: string | null;
                        }[];
                        unread: number;
                        next: string | null;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    markNotices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 通知 */
                    noticeIds: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        marked: number;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sendReminder: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description 单位
                     */
                    organisationId: string;
                    /** @description 标题 */
                    title: string;
                    /** @description 内容 */
                    words: string;
                    /**
                     * @description 链接
                     * @default /
                     */
                    link?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        readers: number;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    noteVisit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        noted: boolean;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readChannels: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @enum {string} */
                            channel: "mail" | "sms" | "webhook";
                            title: string;
                            enabled: boolean;
                            settings: ({
                                /** @enum {string} */
                                channel: "mail";
                                /** @description 邮件服务器 */
                                host: string;
                                /** @description 端口 */
                                port: number;
                                /**
                                 * @description 加密方式
                                 * @enum {string}
                                 */
                                security: "tls" | "starttls" | "none";
                                /**
                                 * Format: email
                                 * @description 发件邮箱
                                 */
                                from: string;
                                /**
                                 * @description 账号
                                 * @default
                                 */
                                user: string;
                                /**
                                 * @description 自建证书机构（PEM）
                                 * @default
                                 */
                                authority: string;
                            } | {
                                /** @enum {string} */
                                channel: "sms";
                                /**
                                 * Format: uri
                                 * @description 接收地址
                                 */
                                url: string;
                            } | {
                                /** @enum {string} */
                                channel: "webhook";
                                /**
                                 * Format: uri
                                 * @description 接收地址
                                 */
                                url: string;
                            }) | null;
                            hasSecret: boolean;
                            address: string | null;
                            allowed: boolean;
                            waiting: number;
                            sent: number;
                            givenUp: number;
                            version: number;
                        }[];
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setChannel: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 版本，新设为 0 */
                    version: number;
                    /** @description 启用 */
                    enabled: boolean;
                    settings: {
                        /** @enum {string} */
                        channel: "mail";
                        /** @description 邮件服务器 */
                        host: string;
                        /** @description 端口 */
                        port: number;
                        /**
                         * @description 加密方式
                         * @enum {string}
                         */
                        security: "tls" | "starttls" | "none";
                        /**
                         * Format: email
                         * @description 发件邮箱
                         */
                        from: string;
                        /**
                         * @description 账号
                         * @default
                         */
                        user?: string;
                        /**
                         * @description 自建证书机构（PEM）
                         * @default
                         */
                        authority?: string;
                    } | {
                        /** @enum {string} */
                        channel: "sms";
                        /**
                         * Format: uri
                         * @description 接收地址
                         */
                        url: string;
                    } | {
                        /** @enum {string} */
                        channel: "webhook";
                        /**
                         * Format: uri
                         * @description 接收地址
                         */
                        url: string;
                    };
                    /** @description 口令 */
                    secret?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    testChannel: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    channel: "mail" | "sms" | "webhook";
                    /**
                     * @description 收件邮箱或手机号
                     * @default
                     */
                    to?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        sent: boolean;
                        trouble: string | null;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSendings: {
        parameters: {
            query?: {
                /** @description 状态 */
                state?: "waiting" | "sent" | "given_up";
                /** @description 每页条数 */
                limit?: number;
                /** @description 从哪一条之后 */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * Format: uuid
                             * @description 编号
                             */
                            outgoingId: string;
                            /** @enum {string} */
                            channel: "mail" | "sms" | "webhook";
                            /** @enum {string} */
                            state: "waiting" | "sent" | "given_up";
                            attempts: number;
                            lastError: string;
                            /** Format: date-time */
                            createdAt: string;
                            nextAt: string | null;
                            sentAt: string | null;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sendAgain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                outgoingId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readWishes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        mailMasked: string | null;
                        phoneMasked: string | null;
                        mailKinds: ("reminder" | "result" | "year")[];
                        smsKinds: ("reminder" | "result" | "year")[];
                        mailOpen: boolean;
                        smsOpen: boolean;
                        kinds: {
                            /** @enum {string} */
                            kind: "reminder" | "result" | "year";
                            title: string;
                        }[];
                        version: number;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setWishes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 版本，新设为 0 */
                    version: number;
                    /** @description 邮箱 */
                    mail?: string | null;
                    /** @description 手机号 */
                    phone?: string | null;
                    /** @description 发邮件的种类 */
                    mailKinds: ("reminder" | "result" | "year")[];
                    /** @description 发短信的种类 */
                    smsKinds: ("reminder" | "result" | "year")[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readViews: {
        parameters: {
            query: {
                /** @description 哪一个列表 */
                page: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * Format: uuid
                             * @description 编号
                             */
                            viewId: string;
                            name: string;
                            ownerName: string;
                            mine: boolean;
                            shared: boolean;
                            usual: boolean;
                            content: {
                                layout: {
                                    order: string[];
                                    hidden: string[];
                                    widths: {
                                        [key: string]: number;
                                    };
                                };
                                conditions: {
                                    field: string;
                                    /** @enum {string} */
                                    op: "=" | "≠" | ">" | "≥" | "<" | "≤" | "contains" | "between" | "empty" | "notEmpty";
                                    value?: string | string[];
                                }[];
                                sort: {
                                    key: string;
                                    down: boolean;
                                } | null;
                            };
                            /** @description 版本 */
                            version: number;
                            /** Format: date-time */
                            updatedAt: string;
                        }[];
                        mayShare: boolean;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    makeView: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 哪一个列表 */
                    page: string;
                    /** @description 名称 */
                    name: string;
                    /**
                     * @description 本单位共用
                     * @default false
                     */
                    shared?: boolean;
                    content: {
                        layout: {
                            order: string[];
                            hidden: string[];
                            widths: {
                                [key: string]: number;
                            };
                        };
                        conditions: {
                            field: string;
                            /** @enum {string} */
                            op: "=" | "≠" | ">" | "≥" | "<" | "≤" | "contains" | "between" | "empty" | "notEmpty";
                            value?: string | string[];
                        }[];
                        sort: {
                            key: string;
                            down: boolean;
                        } | null;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description 编号
                         */
                        viewId: string;
                        /** @description 版本 */
                        version: number;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    editView: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                viewId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 版本 */
                    version: number;
                    /** @description 名称 */
                    name: string;
                    /**
                     * @description 本单位共用
                     * @default false
                     */
                    shared?: boolean;
                    content: {
                        layout: {
                            order: string[];
                            hidden: string[];
                            widths: {
                                [key: string]: number;
                            };
                        };
                        conditions: {
                            field: string;
                            /** @enum {string} */
                            op: "=" | "≠" | ">" | "≥" | "<" | "≤" | "contains" | "between" | "empty" | "notEmpty";
                            value?: string | string[];
                        }[];
                        sort: {
                            key: string;
                            down: boolean;
                        } | null;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description 版本 */
                        version: number;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeView: {
        parameters: {
            query: {
                /** @description 版本 */
                version: number;
            };
            header?: never;
            path: {
                /** @description 编号 */
                viewId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setUsualView: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 哪一个列表 */
                    page: string;
                    /** @description 空为不设 */
                    viewId: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSubjects: {
        parameters: {
            query?: {
                kind?: "enterprise" | "workshop" | "person" | "land_holder" | "park" | "small_park" | "town" | "department";
                /** @description 含下级区域 */
                regionId?: string;
                parkId?: string;
                status?: "normal" | "stopped" | "cancelled" | "revoked" | "moved_out" | "moved_in" | "relocating" | "restructuring" | "seized" | "mortgaged" | "abnormal_taxpayer" | "lost" | "secret";
                scale?: "above" | "below";
                /** @description 门类、大类、中类或小类 */
                industry?: string;
                /** @description 现有称号 */
                title?: string;
                inTransition?: "true" | "false";
                /** @description 名称、曾用名、代码、拼音 */
                q?: string;
                /** @description 条件的 JSON 数组 */
                filter?: string;
                sort?: "name" | "code" | "region" | "updated" | "industry" | "status" | "founded" | "production";
                limit?: number;
                /** @description 上一页的 next */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            subjectId: string;
                            /** @enum {string} */
                            kind: "enterprise" | "workshop" | "person" | "land_holder" | "park" | "small_park" | "town" | "department";
                            name: string;
                            creditCode: string | null;
                            regionId: string | null;
                            regionName: string | null;
                            parkId: string | null;
                            parkName: string | null;
                            industryCode: string | null;
                            industryName: string | null;
                            scale: ("above" | "below") | null;
                            /** @enum {string} */
                            status: "normal" | "stopped" | "cancelled" | "revoked" | "moved_out" | "moved_in" | "relocating" | "restructuring" | "seized" | "mortgaged" | "abnormal_taxpayer" | "lost" | "secret";
                            address: string | null;
                            foundedOn: string | null;
                            productionFrom: string | null;
                            updatedAt: string;
                            version: number;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    registerSubject: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind: "enterprise" | "workshop" | "person" | "land_holder" | "park" | "small_park" | "town" | "department";
                    name: string;
                    creditCode?: string | null;
                    regionId?: string | null;
                    parkId?: string | null;
                    industryCode?: string | null;
                    address?: string | null;
                    foundedOn?: string | null;
                    productionFrom?: string | null;
                    note?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        subjectId: string;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    subjectTotals: {
        parameters: {
            query?: {
                kind?: "enterprise" | "workshop" | "person" | "land_holder" | "park" | "small_park" | "town" | "department";
                /** @description 含下级区域 */
                regionId?: string;
                parkId?: string;
                status?: "normal" | "stopped" | "cancelled" | "revoked" | "moved_out" | "moved_in" | "relocating" | "restructuring" | "seized" | "mortgaged" | "abnormal_taxpayer" | "lost" | "secret";
                scale?: "above" | "below";
                /** @description 门类、大类、中类或小类 */
                industry?: string;
                /** @description 现有称号 */
                title?: string;
                inTransition?: "true" | "false";
                /** @description 名称、曾用名、代码、拼音 */
                q?: string;
                /** @description 条件的 JSON 数组 */
                filter?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        count: number;
                        byStatus: {
                            [key: string]: number;
                        };
                        byScale: {
                            above: number;
                            below: number;
                            unknown: number;
                        };
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSubject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                subjectId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        subject: {
                            /** Format: uuid */
                            subjectId: string;
                            /** @enum {string} */
                            kind: "enterprise" | "workshop" | "person" | "land_holder" | "park" | "small_park" | "town" | "department";
                            name: string;
                            creditCode: string | null;
                            regionId: string | null;
                            regionName: string | null;
                            parkId: string | null;
                            parkName: string | null;
                            industryCode: string | null;
                            industryName: string | null;
                            scale: ("above" | "below") | null;
                            /** @enum {string} */
                            status: "normal" | "stopped" | "cancelled" | "revoked" | "moved_out" | "moved_in" | "relocating" | "restructuring" | "seized" | "mortgaged" | "abnormal_taxpayer" | "lost" | "secret";
                            address: string | null;
                            foundedOn: string | null;
                            productionFrom: string | null;
                            updatedAt: string;
                            version: number;
                            endedOn: string | null;
                            note: string | null;
                            mergedInto: string | null;
                            blocks: ("evaluation" | "transfer" | "purchase" | "delivery" | "disclosure")[];
                        };
                        identifiers: {
                            /** Format: uuid */
                            subjectId: string;
                            /** @enum {string} */
                            kind: "credit_code" | "old_org_code" | "old_licence_no" | "tax_no" | "statistics_code" | "power_account" | "water_account" | "gas_account" | "meter" | "other";
                            value: string;
                            note?: string | null;
                            from?: string | null;
                            until?: string | null;
                            /** Format: uuid */
                            id: string;
                            version: number;
                        }[];
                        formerNames: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            from: string | null;
                            until: string | null;
                            basis: string | null;
                        }[];
                        places: {
                            /** Format: uuid */
                            subjectId: string;
                            /** @enum {string} */
                            role: "registered" | "producing" | "taxed" | "counted";
                            placeRegionId?: string | null;
                            outside?: string | null;
                            address?: string | null;
                            basis?: string | null;
                            note?: string | null;
                            from?: string | null;
                            until?: string | null;
                            /** Format: uuid */
                            id: string;
                            version: number;
                            /** @enum {string} */
                            state: "claimed" | "proposed" | "disputed" | "refused" | "ended";
                            placeRegionName: string | null;
                        }[];
                        statuses: {
                            /** Format: uuid */
                            subjectId: string;
                            /** @enum {string} */
                            kind: "normal" | "stopped" | "cancelled" | "revoked" | "moved_out" | "moved_in" | "relocating" | "restructuring" | "seized" | "mortgaged" | "abnormal_taxpayer" | "lost" | "secret";
                            basis?: string | null;
                            from?: string | null;
                            until?: string | null;
                            /** Format: uuid */
                            id: string;
                            version: number;
                        }[];
                        industries: {
                            /** Format: uuid */
                            subjectId: string;
                            code: string;
                            name?: string | null;
                            basis?: string | null;
                            from?: string | null;
                            until?: string | null;
                            /** Format: uuid */
                            id: string;
                            version: number;
                        }[];
                        scales: {
                            /** Format: uuid */
                            subjectId: string;
                            year: number;
                            /** @enum {string} */
                            scale: "above" | "below";
                            enteredOn?: string | null;
                            leftOn?: string | null;
                            basis?: string | null;
                            /** Format: uuid */
                            id: string;
                            version: number;
                        }[];
                        titles: {
                            /** Format: uuid */
                            subjectId: string;
                            name: string;
                            /** @enum {string} */
                            level: "national" | "provincial" | "city" | "county";
                            document?: string | null;
                            from?: string | null;
                            until?: string | null;
                            /** Format: uuid */
                            id: string;
                            version: number;
                        }[];
                        transitions: {
                            /** Format: uuid */
                            subjectId: string;
                            /** @enum {string} */
                            kind: "start_up" | "relocation" | "improvement" | "restructuring" | "other";
                            basis: string;
                            extendedUntil?: string | null;
                            extensionBasis?: string | null;
                            meanwhile?: string | null;
                            from?: string | null;
                            until?: string | null;
                            /** Format: uuid */
                            id: string;
                            version: number;
                            endsOn: string | null;
                            warns: boolean;
                        }[];
                        contacts: {
                            /** Format: uuid */
                            id: string;
                            version: number;
                            /** @enum {string} */
                            role: "legal_representative" | "head" | "liaison" | "finance" | "statistics" | "land";
                            nameMasked: string;
                            phoneMasked: string | null;
                            from: string | null;
                            until: string | null;
                        }[];
                        parkProfiles: {
                            /** Format: uuid */
                            subjectId: string;
                            /** @enum {string} */
                            level: "national" | "provincial" | "city" | "county";
                            operator?: string | null;
                            leadingIndustries?: string | null;
                            plannedAreaSqm?: string | null;
                            builtAreaSqm?: string | null;
                            openedOn?: string | null;
                            starRating?: number | null;
                            ratedOn?: string | null;
                            facilities?: string | null;
                            note?: string | null;
                            from?: string | null;
                            until?: string | null;
                            /** Format: uuid */
                            id: string;
                            version: number;
                        }[];
                        relations: {
                            /** Format: uuid */
                            subjectId: string;
                            /** Format: uuid */
                            otherId: string;
                            /** @enum {string} */
                            kind: "parent" | "same_controller" | "same_site" | "service_split" | "branch" | "other";
                            sharePercent?: string | null;
                            basis?: string | null;
                            from?: string | null;
                            until?: string | null;
                            /** Format: uuid */
                            id: string;
                            version: number;
                            otherName: string;
                        }[];
                        merged: {
                            /** Format: uuid */
                            mergedEvaluationId: string;
                            version: number;
                            name: string;
                            /** Format: uuid */
                            leadId: string;
                            /** @enum {string} */
                            state: "applied" | "approved" | "refused" | "dissolved";
                            appliedOn: string;
                            application: string | null;
                            decidedOn: string | null;
                            decidedBy: string | null;
                            decisionNumber: string | null;
                            signature: {
                                /** @description 签发单上的摘要 */
                                digest: string;
                                counts: {
                                    what: string;
                                    count: string;
                                    unit: string;
                                }[];
                                proposedBy: string;
                                /** Format: date-time */
                                proposedAt: string;
                                signedBy: string;
                                /** Format: date-time */
                                signedAt: string;
                            } | null;
                            dissolvedBecause: string | null;
                            from: string | null;
                            until: string | null;
                            members: {
                                /** Format: uuid */
                                subjectId: string;
                                name: string;
                                sharePercent: string | null;
                            }[];
                        }[];
                        occupancies: {
                            /** Format: uuid */
                            subjectId: string;
                            /** @enum {string} */
                            kind: "own" | "in" | "out" | "collective";
                            parcelId?: string | null;
                            buildingId?: string | null;
                            counterpartId?: string | null;
                            counterpartName?: string | null;
                            lessorKind?: ("company" | "village_factory" | "person" | "civilian_house" | "small_park" | "state_owned" | "unknown") | null;
                            leaseId?: string | null;
                            parentLeaseId?: string | null;
                            contractNo?: string | null;
                            sharePercent?: string | null;
                            landAreaSqm?: string | null;
                            floorAreaSqm?: string | null;
                            floorHeightM?: string | null;
                            rentYuanPerSqmMonth?: string | null;
                            transferredOn?: string | null;
                            note?: string | null;
                            from?: string | null;
                            until?: string | null;
                            /** Format: uuid */
                            id: string;
                            version: number;
                            subjectName: string;
                            parcelNumber: string | null;
                            buildingName: string | null;
                            /** @description 对方名称 */
                            counterpart: string | null;
                        }[];
                        contracts: {
                            /** Format: uuid */
                            subjectId: string;
                            /** Format: uuid */
                            parcelId: string;
                            /** @enum {string} */
                            kind: "grant" | "standard_land" | "supervision";
                            number: string;
                            signedOn?: string | null;
                            investmentPromisedWanYuan?: string | null;
                            outputPromisedWanYuan?: string | null;
                            taxPromisedWanYuan?: string | null;
                            taxPromisedWanYuanPerMu?: string | null;
                            startDue?: string | null;
                            startedOn?: string | null;
                            completionDue?: string | null;
                            completedOn?: string | null;
                            productionDue?: string | null;
                            productionAcceptedOn?: string | null;
                            breachLetterNumber?: string | null;
                            breachLetterOn?: string | null;
                            breach?: string | null;
                            penaltyYuan?: string | null;
                            penaltyPaidOn?: string | null;
                            idleFoundOn?: string | null;
                            idleDisposal?: string | null;
                            idleDisposedOn?: string | null;
                            note?: string | null;
                            /** Format: uuid */
                            id: string;
                            version: number;
                            parcelNumber: string;
                            /** @description 已逾期的约定 */
                            overdue: string[];
                        }[];
                        meters: {
                            /** Format: uuid */
                            subjectId: string;
                            /** @enum {string} */
                            kind: "power" | "water" | "gas" | "heat";
                            account: string;
                            address?: string | null;
                            voltage?: string | null;
                            note?: string | null;
                            from?: string | null;
                            until?: string | null;
                            /** Format: uuid */
                            id: string;
                            version: number;
                        }[];
                        meterShares: {
                            /** Format: uuid */
                            subjectId: string;
                            /** Format: uuid */
                            meterId: string;
                            sharePercent: string;
                            /** @enum {string} */
                            basis: "sub_meter" | "agreed" | "floor_area" | "estimated";
                            note?: string | null;
                            from?: string | null;
                            until?: string | null;
                            /** Format: uuid */
                            id: string;
                            version: number;
                            subjectName: string;
                            account: string;
                        }[];
                        surveys: {
                            /** Format: uuid */
                            subjectId: string;
                            parcelId?: string | null;
                            number: string;
                            /**
                             * Format: date
                             * @description 日期
                             */
                            surveyedOn: string;
                            method?: string | null;
                            thirdParty?: string | null;
                            points?: {
                                name: string;
                                longitude: string;
                                latitude: string;
                            }[] | null;
                            sketchFileId?: string | null;
                            areas?: {
                                certificateSqm: string | null;
                                actualSqm: string | null;
                                suppliedSqm: string | null;
                                illegalSqm: string | null;
                            } | null;
                            conclusion?: string | null;
                            disputed: boolean;
                            /** Format: uuid */
                            id: string;
                            version: number;
                            /** @enum {string} */
                            state: "drawn" | "signed" | "void";
                            signedOn: string | null;
                            /** @description 签字所据登记内容的校验码 */
                            signedCode: string | null;
                            scanFileId: string | null;
                        }[];
                        tenants: {
                            /** Format: uuid */
                            subjectId: string;
                            /** @enum {string} */
                            kind: "own" | "in" | "out" | "collective";
                            parcelId?: string | null;
                            buildingId?: string | null;
                            counterpartId?: string | null;
                            counterpartName?: string | null;
                            lessorKind?: ("company" | "village_factory" | "person" | "civilian_house" | "small_park" | "state_owned" | "unknown") | null;
                            leaseId?: string | null;
                            parentLeaseId?: string | null;
                            contractNo?: string | null;
                            sharePercent?: string | null;
                            landAreaSqm?: string | null;
                            floorAreaSqm?: string | null;
                            floorHeightM?: string | null;
                            rentYuanPerSqmMonth?: string | null;
                            transferredOn?: string | null;
                            note?: string | null;
                            from?: string | null;
                            until?: string | null;
                            /** Format: uuid */
                            id: string;
                            version: number;
                            subjectName: string;
                            parcelNumber: string | null;
                            buildingName: string | null;
                            /** @description 对方名称 */
                            counterpart: string | null;
                        }[];
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    editSubject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                subjectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind?: "enterprise" | "workshop" | "person" | "land_holder" | "park" | "small_park" | "town" | "department";
                    parkId?: string | null;
                    address?: string | null;
                    foundedOn?: string | null;
                    productionFrom?: string | null;
                    note?: string | null;
                    endedOn?: string | null;
                    /** @description 打开时的版本 */
                    version: number;
                    /** @description 理由 */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOwnSubjects: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        today: string;
                        landYears: number[];
                        items: {
                            /** Format: uuid */
                            subjectId: string;
                            name: string;
                            creditCode: string | null;
                            regionName: string | null;
                        }[];
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOwnSubject: {
        parameters: {
            query?: {
                /** @description 哪一户；只有一户时不必写 */
                subjectId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        subject: {
                            /** Format: uuid */
                            subjectId: string;
                            /** @enum {string} */
                            kind: "enterprise" | "workshop" | "person" | "land_holder" | "park" | "small_park" | "town" | "department";
                            name: string;
                            creditCode: string | null;
                            regionId: string | null;
                            regionName: string | null;
                            parkId: string | null;
                            parkName: string | null;
                            industryCode: string | null;
                            industryName: string | null;
                            scale: ("above" | "below") | null;
                            /** @enum {string} */
                            status: "normal" | "stopped" | "cancelled" | "revoked" | "moved_out" | "moved_in" | "relocating" | "restructuring" | "seized" | "mortgaged" | "abnormal_taxpayer" | "lost" | "secret";
                            address: string | null;
                            foundedOn: string | null;
                            productionFrom: string | null;
                            updatedAt: string;
                            version: number;
                            endedOn: string | null;
                            note: string | null;
                            mergedInto: string | null;
                            blocks: ("evaluation" | "transfer" | "purchase" | "delivery" | "disclosure")[];
                        };
                        identifiers: {
                            /** Format: uuid */
                            subjectId: string;
                            /** @enum {string} */
                            kind: "credit_code" | "old_org_code" | "old_licence_no" | "tax_no" | "statistics_code" | "power_account" | "water_account" | "gas_account" | "meter" | "other";
                            value: string;
                            note?: string | null;
                            from?: string | null;
                            until?: string | null;
                            /** Format: uuid */
                            id: string;
                            version: number;
                        }[];
                        formerNames: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            from: string | null;
                            until: string | null;
                            basis: string | null;
                        }[];
                        places: {
                            /** Format: uuid */
                            subjectId: string;
                            /** @enum {string} */
                            role: "registered" | "producing" | "taxed" | "counted";
                            placeRegionId?: string | null;
                            outside?: string | null;
                            address?: string | null;
                            basis?: string | null;
                            note?: string | null;
                            from?: string | null;
                            until?: string | null;
                            /** Format: uuid */
                            id: string;
                            version: number;
                            /** @enum {string} */
                            state: "claimed" | "proposed" | "disputed" | "refused" | "ended";
                            placeRegionName: string | null;
                        }[];
                        statuses: {
                            /** Format: uuid */
                            subjectId: string;
                            /** @enum {string} */
                            kind: "normal" | "stopped" | "cancelled" | "revoked" | "moved_out" | "moved_in" | "relocating" | "restructuring" | "seized" | "mortgaged" | "abnormal_taxpayer" | "lost" | "secret";
                            basis?: string | null;
                            from?: string | null;
                            until?: string | null;
                            /** Format: uuid */
                            id: string;
                            version: number;
                        }[];
                        industries: {
                            /** Format: uuid */
                            subjectId: string;
                            code: string;
                            name?: string | null;
                            basis?: string | null;
                            from?: string | null;
                            until?: string | null;
                            /** Format: uuid */
                            id: string;
                            version: number;
                        }[];
                        scales: {
                            /** Format: uuid */
                            subjectId: string;
                            year: number;
                            /** @enum {string} */
                            scale: "above" | "below";
                            enteredOn?: string | null;
                            leftOn?: string | null;
                            basis?: string | null;
                            /** Format: uuid */
                            id: string;
                            version: number;
                        }[];
                        titles: {
                            /** Format: uuid */
                            subjectId: string;
                            name: string;
                            /** @enum {string} */
                            level: "national" | "provincial" | "city" | "county";
                            document?: string | null;
                            from?: string | null;
                            until?: string | null;
                            /** Format: uuid */
                            id: string;
                            version: number;
                        }[];
                        transitions: {
                            /** Format: uuid */
                            subjectId: string;
                            /** @enum {string} */
                            kind: "start_up" | "relocation" | "improvement" | "restructuring" | "other";
                            basis: string;
                            extendedUntil?: string | null;
                            extensionBasis?: string | null;
                            meanwhile?: string | null;
                            from?: string | null;
                            until?: string | null;
                            /** Format: uuid */
                            id: string;
                            version: number;
                            endsOn: string | null;
                            warns: boolean;
                        }[];
                        contacts: {
                            /** Format: uuid */
                            id: string;
                            version: number;
                            /** @enum {string} */
                            role: "legal_representative" | "head" | "liaison" | "finance" | "statistics" | "land";
                            nameMasked: string;
                            phoneMasked: string | null;
                            from: string | null;
                            until: string | null;
                        }[];
                        parkProfiles: {
                            /** Format: uuid */
                            subjectId: string;
                            /** @enum {string} */
                            level: "national" | "provincial" | "city" | "county";
                            operator?: string | null;
                            leadingIndustries?: string | null;
                            plannedAreaSqm?: string | null;
                            builtAreaSqm?: string | null;
                            openedOn?: string | null;
                            starRating?: number | null;
                            ratedOn?: string | null;
                            facilities?: string | null;
                            note?: string | null;
                            from?: string | null;
                            until?: string | null;
                            /** Format: uuid */
                            id: string;
                            version: number;
                        }[];
                        relations: {
                            /** Format: uuid */
                            subjectId: string;
                            /** Format: uuid */
                            otherId: string;
                            /** @enum {string} */
                            kind: "parent" | "same_controller" | "same_site" | "service_split" | "branch" | "other";
                            sharePercent?: string | null;
                            basis?: string | null;
                            from?: string | null;
                            until?: string | null;
                            /** Format: uuid */
                            id: string;
                            version: number;
                            otherName: string;
                        }[];
                        merged: {
                            /** Format: uuid */
                            mergedEvaluationId: string;
                            version: number;
                            name: string;
                            /** Format: uuid */
                            leadId: string;
                            /** @enum {string} */
                            state: "applied" | "approved" | "refused" | "dissolved";
                            appliedOn: string;
                            application: string | null;
                            decidedOn: string | null;
                            decidedBy: string | null;
                            decisionNumber: string | null;
                            signature: {
                                /** @description 签发单上的摘要 */
                                digest: string;
                                counts: {
                                    what: string;
                                    count: string;
                                    unit: string;
                                }[];
                                proposedBy: string;
                                /** Format: date-time */
                                proposedAt: string;
                                signedBy: string;
                                /** Format: date-time */
                                signedAt: string;
                            } | null;
                            dissolvedBecause: string | null;
                            from: string | null;
                            until: string | null;
                            members: {
                                /** Format: uuid */
                                subjectId: string;
                                name: string;
                                sharePercent: string | null;
                            }[];
                        }[];
                        occupancies: {
                            /** Format: uuid */
                            subjectId: string;
                            /** @enum {string} */
                            kind: "own" | "in" | "out" | "collective";
                            parcelId?: string | null;
                            buildingId?: string | null;
                            counterpartId?: string | null;
                            counterpartName?: string | null;
                            lessorKind?: ("company" | "village_factory" | "person" | "civilian_house" | "small_park" | "state_owned" | "unknown") | null;
                            leaseId?: string | null;
                            parentLeaseId?: string | null;
                            contractNo?: string | null;
                            sharePercent?: string | null;
                            landAreaSqm?: string | null;
                            floorAreaSqm?: string | null;
                            floorHeightM?: string | null;
                            rentYuanPerSqmMonth?: string | null;
                            transferredOn?: string | null;
                            note?: string | null;
                            from?: string | null;
                            until?: string | null;
                            /** Format: uuid */
                            id: string;
                            version: number;
                            subjectName: string;
                            parcelNumber: string | null;
                            buildingName: string | null;
                            /** @description 对方名称 */
                            counterpart: string | null;
                        }[];
                        contracts: {
                            /** Format: uuid */
                            subjectId: string;
                            /** Format: uuid */
                            parcelId: string;
                            /** @enum {string} */
                            kind: "grant" | "standard_land" | "supervision";
                            number: string;
                            signedOn?: string | null;
                            investmentPromisedWanYuan?: string | null;
                            outputPromisedWanYuan?: string | null;
                            taxPromisedWanYuan?: string | null;
                            taxPromisedWanYuanPerMu?: string | null;
                            startDue?: string | null;
                            startedOn?: string | null;
                            completionDue?: string | null;
                            completedOn?: string | null;
                            productionDue?: string | null;
                            productionAcceptedOn?: string | null;
                            breachLetterNumber?: string | null;
                            breachLetterOn?: string | null;
                            breach?: string | null;
                            penaltyYuan?: string | null;
                            penaltyPaidOn?: string | null;
                            idleFoundOn?: string | null;
                            idleDisposal?: string | null;
                            idleDisposedOn?: string | null;
                            note?: string | null;
                            /** Format: uuid */
                            id: string;
                            version: number;
                            parcelNumber: string;
                            /** @description 已逾期的约定 */
                            overdue: string[];
                        }[];
                        meters: {
                            /** Format: uuid */
                            subjectId: string;
                            /** @enum {string} */
                            kind: "power" | "water" | "gas" | "heat";
                            account: string;
                            address?: string | null;
                            voltage?: string | null;
                            note?: string | null;
                            from?: string | null;
                            until?: string | null;
                            /** Format: uuid */
                            id: string;
                            version: number;
                        }[];
                        meterShares: {
                            /** Format: uuid */
                            subjectId: string;
                            /** Format: uuid */
                            meterId: string;
                            sharePercent: string;
                            /** @enum {string} */
                            basis: "sub_meter" | "agreed" | "floor_area" | "estimated";
                            note?: string | null;
                            from?: string | null;
                            until?: string | null;
                            /** Format: uuid */
                            id: string;
                            version: number;
                            subjectName: string;
                            account: string;
                        }[];
                        surveys: {
                            /** Format: uuid */
                            subjectId: string;
                            parcelId?: string | null;
                            number: string;
                            /**
                             * Format: date
                             * @description 日期
                             */
                            surveyedOn: string;
                            method?: string | null;
                            thirdParty?: string | null;
                            points?: {
                                name: string;
                                longitude: string;
                                latitude: string;
                            }[] | null;
                            sketchFileId?: string | null;
                            areas?: {
                                certificateSqm: string | null;
                                actualSqm: string | null;
                                suppliedSqm: string | null;
                                illegalSqm: string | null;
                            } | null;
                            conclusion?: string | null;
                            disputed: boolean;
                            /** Format: uuid */
                            id: string;
                            version: number;
                            /** @enum {string} */
                            state: "drawn" | "signed" | "void";
                            signedOn: string | null;
                            /** @description 签字所据登记内容的校验码 */
                            signedCode: string | null;
                            scanFileId: string | null;
                        }[];
                        tenants: {
                            /** Format: uuid */
                            subjectId: string;
                            /** @enum {string} */
                            kind: "own" | "in" | "out" | "collective";
                            parcelId?: string | null;
                            buildingId?: string | null;
                            counterpartId?: string | null;
                            counterpartName?: string | null;
                            lessorKind?: ("company" | "village_factory" | "person" | "civilian_house" | "small_park" | "state_owned" | "unknown") | null;
                            leaseId?: string | null;
                            parentLeaseId?: string | null;
                            contractNo?: string | null;
                            sharePercent?: string | null;
                            landAreaSqm?: string | null;
                            floorAreaSqm?: string | null;
                            floorHeightM?: string | null;
                            rentYuanPerSqmMonth?: string | null;
                            transferredOn?: string | null;
                            note?: string | null;
                            from?: string | null;
                            until?: string | null;
                            /** Format: uuid */
                            id: string;
                            version: number;
                            subjectName: string;
                            parcelNumber: string | null;
                            buildingName: string | null;
                            /** @description 对方名称 */
                            counterpart: string | null;
                        }[];
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    explainOwnLand: {
        parameters: {
            query: {
                /** @description 哪一户；只有一户时不必写 */
                subjectId?: string;
                year: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        subjectId: string;
                        year: number;
                        rule: {
                            words: string;
                            clause: string;
                        } | null;
                        lines: {
                            /** Format: uuid */
                            occupancyId: string;
                            parcel: string;
                            kind: string;
                            counterpart: string | null;
                            from: string | null;
                            until: string | null;
                            areaSqm: number;
                            excessSqm: number;
                            months: number;
                            /** @description 1–12 月，各月计入的平方米（带正负号） */
                            byMonth: number[];
                            contributionSqm: number;
                            words: string;
                        }[];
                        byMonthSqm: number[];
                        netSqm: number | null;
                        netMu: number | null;
                        roundedMu: number | null;
                        findings: {
                            code: string;
                            message: string;
                            remedy: string;
                        }[];
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOwnSurveySheet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                surveyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        survey: {
                            /** Format: uuid */
                            subjectId: string;
                            parcelId?: string | null;
                            number: string;
                            /**
                             * Format: date
                             * @description 日期
                             */
                            surveyedOn: string;
                            method?: string | null;
                            thirdParty?: string | null;
                            points?: {
                                name: string;
                                longitude: string;
                                latitude: string;
                            }[] | null;
                            sketchFileId?: string | null;
                            areas?: {
                                certificateSqm: string | null;
                                actualSqm: string | null;
                                suppliedSqm: string | null;
                                illegalSqm: string | null;
                            } | null;
                            conclusion?: string | null;
                            disputed: boolean;
                            /** Format: uuid */
                            id: string;
                            version: number;
                            /** @enum {string} */
                            state: "drawn" | "signed" | "void";
                            signedOn: string | null;
                            /** @description 签字所据登记内容的校验码 */
                            signedCode: string | null;
                            scanFileId: string | null;
                        };
                        subject: {
                            /** Format: uuid */
                            subjectId: string;
                            /** @enum {string} */
                            kind: "enterprise" | "workshop" | "person" | "land_holder" | "park" | "small_park" | "town" | "department";
                            name: string;
                            creditCode: string | null;
                            regionId: string | null;
                            regionName: string | null;
                            parkId: string | null;
                            parkName: string | null;
                            industryCode: string | null;
                            industryName: string | null;
                            scale: ("above" | "below") | null;
                            /** @enum {string} */
                            status: "normal" | "stopped" | "cancelled" | "revoked" | "moved_out" | "moved_in" | "relocating" | "restructuring" | "seized" | "mortgaged" | "abnormal_taxpayer" | "lost" | "secret";
                            address: string | null;
                            foundedOn: string | null;
                            productionFrom: string | null;
                            updatedAt: string;
                            version: number;
                        };
                        parcel: {
                            /** @description 宗地号 */
                            number: string;
                            certificateNo?: string | null;
                            holderId?: string | null;
                            parkId?: string | null;
                            regionId?: string | null;
                            location?: string | null;
                            /** @enum {string} */
                            use: "industrial" | "storage" | "innovation" | "other";
                            /** @enum {string} */
                            tenure: "granted" | "allocated" | "leased" | "collective" | "invested" | "none";
                            siteKind?: ("in_park" | "merged_town_cluster" | "village_cluster" | "natural_village" | "scattered") | null;
                            idleKind?: ("approved_not_supplied" | "supplied_not_used" | "used_not_full" | "built_not_invested" | "invested_not_reached") | null;
                            idleSince?: string | null;
                            measureGroup?: ("revive" | "improve" | "move" | "merge" | "close" | "govern" | "reduce" | "raise") | null;
                            vacatedOn?: string | null;
                            laterUse?: string | null;
                            certificateAreaSqm?: string | null;
                            actualAreaSqm?: string | null;
                            suppliedAreaSqm?: string | null;
                            surveyedAreaSqm?: string | null;
                            /** @enum {string} */
                            buildState: "not_started" | "under_construction" | "built" | "demolished";
                            completionDue?: string | null;
                            acquiredOn?: string | null;
                            note?: string | null;
                            from?: string | null;
                            until?: string | null;
                            /** Format: uuid */
                            parcelId: string;
                            version: number;
                            holderName: string | null;
                            regionName: string | null;
                        } | null;
                        occupancies: {
                            /** Format: uuid */
                            subjectId: string;
                            /** @enum {string} */
                            kind: "own" | "in" | "out" | "collective";
                            parcelId?: string | null;
                            buildingId?: string | null;
                            counterpartId?: string | null;
                            counterpartName?: string | null;
                            lessorKind?: ("company" | "village_factory" | "person" | "civilian_house" | "small_park" | "state_owned" | "unknown") | null;
                            leaseId?: string | null;
                            parentLeaseId?: string | null;
                            contractNo?: string | null;
                            sharePercent?: string | null;
                            landAreaSqm?: string | null;
                            floorAreaSqm?: string | null;
                            floorHeightM?: string | null;
                            rentYuanPerSqmMonth?: string | null;
                            transferredOn?: string | null;
                            note?: string | null;
                            from?: string | null;
                            until?: string | null;
                            /** Format: uuid */
                            id: string;
                            version: number;
                            subjectName: string;
                            parcelNumber: string | null;
                            buildingName: string | null;
                            /** @description 对方名称 */
                            counterpart: string | null;
                        }[];
                        signers: {
                            /** @enum {string} */
                            party: "enterprise" | "area" | "land" | "surveyor" | "other";
                            nameMasked: string;
                        }[];
                        /** @description 登记内容的校验码，印在纸上 */
                        checkCode: string;
                        scan: {
                            name: string;
                            sizeBytes: number;
                            /** Format: date-time */
                            uploadedAt: string;
                            sha256: string;
                        } | null;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addOwnContact: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    subjectId: string;
                    /** @enum {string} */
                    role: "legal_representative" | "head" | "liaison" | "finance" | "statistics" | "land";
                    name: string;
                    phone?: string | null;
                    from?: string | null;
                    until?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    editOwnContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rowId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    role?: "legal_representative" | "head" | "liaison" | "finance" | "statistics" | "land";
                    name?: string;
                    phone?: string | null;
                    from?: string | null;
                    until?: string | null;
                    /** @description 打开时的版本 */
                    version: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOwnCorrections: {
        parameters: {
            query?: {
                /** @description 哪一户；只有一户时不必写 */
                subjectId?: string;
                limit?: number;
                /** @description 上一页的 next */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            correctionId: string;
                            version: number;
                            /** Format: uuid */
                            subjectId: string;
                            subjectName: string;
                            regionName: string | null;
                            /** @enum {string} */
                            topic: "basic" | "places" | "land" | "meters" | "titles" | "survey" | "other";
                            words: string;
                            /** @enum {string} */
                            state: "open" | "corrected" | "declined";
                            askedAt: string;
                            answer: string | null;
                            answeredAt: string | null;
                            answeredBy: string | null;
                            /** @description 由哪个单位答复 */
                            answeredFor: string | null;
                            unreadNoticeId: string | null;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    askCorrection: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    subjectId: string;
                    /**
                     * @description 事项
                     * @enum {string}
                     */
                    topic: "basic" | "places" | "land" | "meters" | "titles" | "survey" | "other";
                    /** @description 说明 */
                    words: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        correctionId: string;
                        /** @description 已提醒几人 */
                        readers: number;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCorrections: {
        parameters: {
            query?: {
                /** @description 待核实、已答复 */
                state?: "open" | "answered";
                subjectId?: string;
                limit?: number;
                /** @description 上一页的 next */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            correctionId: string;
                            version: number;
                            /** Format: uuid */
                            subjectId: string;
                            subjectName: string;
                            regionName: string | null;
                            /** @enum {string} */
                            topic: "basic" | "places" | "land" | "meters" | "titles" | "survey" | "other";
                            words: string;
                            /** @enum {string} */
                            state: "open" | "corrected" | "declined";
                            askedAt: string;
                            answer: string | null;
                            answeredAt: string | null;
                            answeredBy: string | null;
                            /** @description 由哪个单位答复 */
                            answeredFor: string | null;
                        }[];
                        next: string | null;
                        /** @description 待核实几件 */
                        open: number;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    answerCorrection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                correctionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description 结果
                     * @enum {string}
                     */
                    state: "corrected" | "declined";
                    /** @description 答复 */
                    answer: string;
                    /** @description 打开时的版本 */
                    version: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                        /** @description 已通知几人 */
                        readers: number;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    subjectHistory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                subjectId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            at: string;
                            /** Format: uuid */
                            actionId: string;
                            title: string | null;
                            userName: string | null;
                            reason: string | null;
                            summary: string | null;
                            /** @description 登记项 */
                            what: string;
                            rowId: string;
                            changes: {
                                field: string;
                                before: string | null;
                                now: string | null;
                            }[];
                            made: boolean;
                            undoable: boolean;
                        }[];
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    explainSubjectLand: {
        parameters: {
            query: {
                year: number;
            };
            header?: never;
            path: {
                subjectId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        subjectId: string;
                        year: number;
                        rule: {
                            words: string;
                            clause: string;
                        } | null;
                        lines: {
                            /** Format: uuid */
                            occupancyId: string;
                            parcel: string;
                            kind: string;
                            counterpart: string | null;
                            from: string | null;
                            until: string | null;
                            areaSqm: number;
                            excessSqm: number;
                            months: number;
                            /** @description 1–12 月，各月计入的平方米（带正负号） */
                            byMonth: number[];
                            contributionSqm: number;
                            words: string;
                        }[];
                        byMonthSqm: number[];
                        netSqm: number | null;
                        netMu: number | null;
                        roundedMu: number | null;
                        findings: {
                            code: string;
                            message: string;
                            remedy: string;
                        }[];
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listIndustryClasses: {
        parameters: {
            query: {
                q: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        edition: string;
                        items: {
                            code: string;
                            name: string;
                            level: number;
                            parent: string | null;
                            chain: {
                                code: string;
                                name: string;
                                level: number;
                                parent: string | null;
                            }[];
                        }[];
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    renameSubject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                subjectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /**
                     * Format: date
                     * @description 更名之日
                     */
                    on: string;
                    basis?: string | null;
                    /** @description 打开时的版本 */
                    version: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addIdentifier: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    subjectId: string;
                    /** @enum {string} */
                    kind: "credit_code" | "old_org_code" | "old_licence_no" | "tax_no" | "statistics_code" | "power_account" | "water_account" | "gas_account" | "meter" | "other";
                    value: string;
                    note?: string | null;
                    from?: string | null;
                    until?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeIdentifier: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rowId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 打开时的版本 */
                    version: number;
                    /** @description 理由 */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    editIdentifier: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rowId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind?: "credit_code" | "old_org_code" | "old_licence_no" | "tax_no" | "statistics_code" | "power_account" | "water_account" | "gas_account" | "meter" | "other";
                    value?: string;
                    note?: string | null;
                    from?: string | null;
                    until?: string | null;
                    /** @description 打开时的版本 */
                    version: number;
                    /** @description 理由 */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    closeIdentifier: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rowId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date
                     * @description 日期
                     */
                    until: string;
                    /** @description 打开时的版本 */
                    version: number;
                    /** @description 理由 */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addPlace: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    subjectId: string;
                    /** @enum {string} */
                    role: "registered" | "producing" | "taxed" | "counted";
                    placeRegionId?: string | null;
                    outside?: string | null;
                    address?: string | null;
                    basis?: string | null;
                    note?: string | null;
                    from?: string | null;
                    until?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removePlace: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rowId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 打开时的版本 */
                    version: number;
                    /** @description 理由 */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    editPlace: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rowId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    role?: "registered" | "producing" | "taxed" | "counted";
                    placeRegionId?: string | null;
                    outside?: string | null;
                    address?: string | null;
                    basis?: string | null;
                    note?: string | null;
                    from?: string | null;
                    until?: string | null;
                    /** @description 打开时的版本 */
                    version: number;
                    /** @description 理由 */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    closePlace: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rowId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date
                     * @description 日期
                     */
                    until: string;
                    /** @description 打开时的版本 */
                    version: number;
                    /** @description 理由 */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addStatus: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    subjectId: string;
                    /** @enum {string} */
                    kind: "normal" | "stopped" | "cancelled" | "revoked" | "moved_out" | "moved_in" | "relocating" | "restructuring" | "seized" | "mortgaged" | "abnormal_taxpayer" | "lost" | "secret";
                    basis?: string | null;
                    from?: string | null;
                    until?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeStatus: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rowId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 打开时的版本 */
                    version: number;
                    /** @description 理由 */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    editStatus: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rowId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind?: "normal" | "stopped" | "cancelled" | "revoked" | "moved_out" | "moved_in" | "relocating" | "restructuring" | "seized" | "mortgaged" | "abnormal_taxpayer" | "lost" | "secret";
                    basis?: string | null;
                    from?: string | null;
                    until?: string | null;
                    /** @description 打开时的版本 */
                    version: number;
                    /** @description 理由 */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    closeStatus: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rowId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date
                     * @description 日期
                     */
                    until: string;
                    /** @description 打开时的版本 */
                    version: number;
                    /** @description 理由 */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addIndustry: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    subjectId: string;
                    code: string;
                    name?: string | null;
                    basis?: string | null;
                    from?: string | null;
                    until?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeIndustry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rowId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 打开时的版本 */
                    version: number;
                    /** @description 理由 */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    editIndustry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rowId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code?: string;
                    name?: string | null;
                    basis?: string | null;
                    from?: string | null;
                    until?: string | null;
                    /** @description 打开时的版本 */
                    version: number;
                    /** @description 理由 */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    closeIndustry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rowId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date
                     * @description 日期
                     */
                    until: string;
                    /** @description 打开时的版本 */
                    version: number;
                    /** @description 理由 */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addScale: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    subjectId: string;
                    year: number;
                    /** @enum {string} */
                    scale: "above" | "below";
                    enteredOn?: string | null;
                    leftOn?: string | null;
                    basis?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeScale: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rowId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 打开时的版本 */
                    version: number;
                    /** @description 理由 */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    editScale: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rowId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    year?: number;
                    /** @enum {string} */
                    scale?: "above" | "below";
                    enteredOn?: string | null;
                    leftOn?: string | null;
                    basis?: string | null;
                    /** @description 打开时的版本 */
                    version: number;
                    /** @description 理由 */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addTitle: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    subjectId: string;
                    name: string;
                    /** @enum {string} */
                    level: "national" | "provincial" | "city" | "county";
                    document?: string | null;
                    from?: string | null;
                    until?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeTitle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rowId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 打开时的版本 */
                    version: number;
                    /** @description 理由 */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    editTitle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rowId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    /** @enum {string} */
                    level?: "national" | "provincial" | "city" | "county";
                    document?: string | null;
                    from?: string | null;
                    until?: string | null;
                    /** @description 打开时的版本 */
                    version: number;
                    /** @description 理由 */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    closeTitle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rowId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date
                     * @description 日期
                     */
                    until: string;
                    /** @description 打开时的版本 */
                    version: number;
                    /** @description 理由 */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addTransition: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    subjectId: string;
                    /** @enum {string} */
                    kind: "start_up" | "relocation" | "improvement" | "restructuring" | "other";
                    basis: string;
                    extendedUntil?: string | null;
                    extensionBasis?: string | null;
                    meanwhile?: string | null;
                    from?: string | null;
                    until?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeTransition: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rowId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 打开时的版本 */
                    version: number;
                    /** @description 理由 */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    editTransition: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rowId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind?: "start_up" | "relocation" | "improvement" | "restructuring" | "other";
                    basis?: string;
                    extendedUntil?: string | null;
                    extensionBasis?: string | null;
                    meanwhile?: string | null;
                    from?: string | null;
                    until?: string | null;
                    /** @description 打开时的版本 */
                    version: number;
                    /** @description 理由 */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    closeTransition: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rowId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date
                     * @description 日期
                     */
                    until: string;
                    /** @description 打开时的版本 */
                    version: number;
                    /** @description 理由 */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addRelation: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    subjectId: string;
                    /** Format: uuid */
                    otherId: string;
                    /** @enum {string} */
                    kind: "parent" | "same_controller" | "same_site" | "service_split" | "branch" | "other";
                    sharePercent?: string | null;
                    basis?: string | null;
                    from?: string | null;
                    until?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeRelation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rowId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 打开时的版本 */
                    version: number;
                    /** @description 理由 */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    editRelation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rowId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    otherId?: string;
                    /** @enum {string} */
                    kind?: "parent" | "same_controller" | "same_site" | "service_split" | "branch" | "other";
                    sharePercent?: string | null;
                    basis?: string | null;
                    from?: string | null;
                    until?: string | null;
                    /** @description 打开时的版本 */
                    version: number;
                    /** @description 理由 */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    closeRelation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rowId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date
                     * @description 日期
                     */
                    until: string;
                    /** @description 打开时的版本 */
                    version: number;
                    /** @description 理由 */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addParkProfile: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    subjectId: string;
                    /** @enum {string} */
                    level: "national" | "provincial" | "city" | "county";
                    operator?: string | null;
                    leadingIndustries?: string | null;
                    plannedAreaSqm?: string | null;
                    builtAreaSqm?: string | null;
                    openedOn?: string | null;
                    starRating?: number | null;
                    ratedOn?: string | null;
                    facilities?: string | null;
                    note?: string | null;
                    from?: string | null;
                    until?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeParkProfile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rowId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 打开时的版本 */
                    version: number;
                    /** @description 理由 */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    editParkProfile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rowId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    level?: "national" | "provincial" | "city" | "county";
                    operator?: string | null;
                    leadingIndustries?: string | null;
                    plannedAreaSqm?: string | null;
                    builtAreaSqm?: string | null;
                    openedOn?: string | null;
                    starRating?: number | null;
                    ratedOn?: string | null;
                    facilities?: string | null;
                    note?: string | null;
                    from?: string | null;
                    until?: string | null;
                    /** @description 打开时的版本 */
                    version: number;
                    /** @description 理由 */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    closeParkProfile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rowId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date
                     * @description 日期
                     */
                    until: string;
                    /** @description 打开时的版本 */
                    version: number;
                    /** @description 理由 */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addBuilding: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    parcelId: string;
                    name: string;
                    floors?: number | null;
                    floorAreaSqm?: string | null;
                    tallFloorAreaSqm?: string | null;
                    floorHeightM?: string | null;
                    floorList?: {
                        floor: number;
                        areaSqm: string;
                        heightM: string;
                    }[] | null;
                    builtOn?: string | null;
                    note?: string | null;
                    from?: string | null;
                    until?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeBuilding: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rowId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 打开时的版本 */
                    version: number;
                    /** @description 理由 */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    editBuilding: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rowId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    parcelId?: string;
                    name?: string;
                    floors?: number | null;
                    floorAreaSqm?: string | null;
                    tallFloorAreaSqm?: string | null;
                    floorHeightM?: string | null;
                    floorList?: {
                        floor: number;
                        areaSqm: string;
                        heightM: string;
                    }[] | null;
                    builtOn?: string | null;
                    note?: string | null;
                    from?: string | null;
                    until?: string | null;
                    /** @description 打开时的版本 */
                    version: number;
                    /** @description 理由 */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    closeBuilding: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rowId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date
                     * @description 日期
                     */
                    until: string;
                    /** @description 打开时的版本 */
                    version: number;
                    /** @description 理由 */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addLandContract: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    subjectId: string;
                    /** Format: uuid */
                    parcelId: string;
                    /** @enum {string} */
                    kind: "grant" | "standard_land" | "supervision";
                    number: string;
                    signedOn?: string | null;
                    investmentPromisedWanYuan?: string | null;
                    outputPromisedWanYuan?: string | null;
                    taxPromisedWanYuan?: string | null;
                    taxPromisedWanYuanPerMu?: string | null;
                    startDue?: string | null;
                    startedOn?: string | null;
                    completionDue?: string | null;
                    completedOn?: string | null;
                    productionDue?: string | null;
                    productionAcceptedOn?: string | null;
                    breachLetterNumber?: string | null;
                    breachLetterOn?: string | null;
                    breach?: string | null;
                    penaltyYuan?: string | null;
                    penaltyPaidOn?: string | null;
                    idleFoundOn?: string | null;
                    idleDisposal?: string | null;
                    idleDisposedOn?: string | null;
                    note?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeLandContract: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rowId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 打开时的版本 */
                    version: number;
                    /** @description 理由 */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    editLandContract: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rowId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    parcelId?: string;
                    /** @enum {string} */
                    kind?: "grant" | "standard_land" | "supervision";
                    number?: string;
                    signedOn?: string | null;
                    investmentPromisedWanYuan?: string | null;
                    outputPromisedWanYuan?: string | null;
                    taxPromisedWanYuan?: string | null;
                    taxPromisedWanYuanPerMu?: string | null;
                    startDue?: string | null;
                    startedOn?: string | null;
                    completionDue?: string | null;
                    completedOn?: string | null;
                    productionDue?: string | null;
                    productionAcceptedOn?: string | null;
                    breachLetterNumber?: string | null;
                    breachLetterOn?: string | null;
                    breach?: string | null;
                    penaltyYuan?: string | null;
                    penaltyPaidOn?: string | null;
                    idleFoundOn?: string | null;
                    idleDisposal?: string | null;
                    idleDisposedOn?: string | null;
                    note?: string | null;
                    /** @description 打开时的版本 */
                    version: number;
                    /** @description 理由 */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addOccupancy: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    subjectId: string;
                    /** @enum {string} */
                    kind: "own" | "in" | "out" | "collective";
                    parcelId?: string | null;
                    buildingId?: string | null;
                    counterpartId?: string | null;
                    counterpartName?: string | null;
                    lessorKind?: ("company" | "village_factory" | "person" | "civilian_house" | "small_park" | "state_owned" | "unknown") | null;
                    leaseId?: string | null;
                    parentLeaseId?: string | null;
                    contractNo?: string | null;
                    sharePercent?: string | null;
                    landAreaSqm?: string | null;
                    floorAreaSqm?: string | null;
                    floorHeightM?: string | null;
                    rentYuanPerSqmMonth?: string | null;
                    transferredOn?: string | null;
                    note?: string | null;
                    from?: string | null;
                    until?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeOccupancy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rowId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 打开时的版本 */
                    version: number;
                    /** @description 理由 */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    editOccupancy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rowId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind?: "own" | "in" | "out" | "collective";
                    parcelId?: string | null;
                    buildingId?: string | null;
                    counterpartId?: string | null;
                    counterpartName?: string | null;
                    lessorKind?: ("company" | "village_factory" | "person" | "civilian_house" | "small_park" | "state_owned" | "unknown") | null;
                    leaseId?: string | null;
                    parentLeaseId?: string | null;
                    contractNo?: string | null;
                    sharePercent?: string | null;
                    landAreaSqm?: string | null;
                    floorAreaSqm?: string | null;
                    floorHeightM?: string | null;
                    rentYuanPerSqmMonth?: string | null;
                    transferredOn?: string | null;
                    note?: string | null;
                    from?: string | null;
                    until?: string | null;
                    /** @description 打开时的版本 */
                    version: number;
                    /** @description 理由 */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    closeOccupancy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rowId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date
                     * @description 日期
                     */
                    until: string;
                    /** @description 打开时的版本 */
                    version: number;
                    /** @description 理由 */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addMeter: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    subjectId: string;
                    /** @enum {string} */
                    kind: "power" | "water" | "gas" | "heat";
                    account: string;
                    address?: string | null;
                    voltage?: string | null;
                    note?: string | null;
                    from?: string | null;
                    until?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeMeter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rowId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 打开时的版本 */
                    version: number;
                    /** @description 理由 */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    editMeter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rowId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind?: "power" | "water" | "gas" | "heat";
                    account?: string;
                    address?: string | null;
                    voltage?: string | null;
                    note?: string | null;
                    from?: string | null;
                    until?: string | null;
                    /** @description 打开时的版本 */
                    version: number;
                    /** @description 理由 */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    closeMeter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rowId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date
                     * @description 日期
                     */
                    until: string;
                    /** @description 打开时的版本 */
                    version: number;
                    /** @description 理由 */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addMeterShare: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    subjectId: string;
                    /** Format: uuid */
                    meterId: string;
                    sharePercent: string;
                    /** @enum {string} */
                    basis: "sub_meter" | "agreed" | "floor_area" | "estimated";
                    note?: string | null;
                    from?: string | null;
                    until?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeMeterShare: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rowId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 打开时的版本 */
                    version: number;
                    /** @description 理由 */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    editMeterShare: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rowId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    meterId?: string;
                    sharePercent?: string;
                    /** @enum {string} */
                    basis?: "sub_meter" | "agreed" | "floor_area" | "estimated";
                    note?: string | null;
                    from?: string | null;
                    until?: string | null;
                    /** @description 打开时的版本 */
                    version: number;
                    /** @description 理由 */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    closeMeterShare: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rowId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date
                     * @description 日期
                     */
                    until: string;
                    /** @description 打开时的版本 */
                    version: number;
                    /** @description 理由 */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addSurvey: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    subjectId: string;
                    parcelId?: string | null;
                    number: string;
                    /**
                     * Format: date
                     * @description 日期
                     */
                    surveyedOn: string;
                    method?: string | null;
                    thirdParty?: string | null;
                    points?: {
                        name: string;
                        longitude: string;
                        latitude: string;
                    }[] | null;
                    sketchFileId?: string | null;
                    areas?: {
                        certificateSqm: string | null;
                        actualSqm: string | null;
                        suppliedSqm: string | null;
                        illegalSqm: string | null;
                    } | null;
                    conclusion?: string | null;
                    disputed: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeSurvey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rowId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 打开时的版本 */
                    version: number;
                    /** @description 理由 */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    editSurvey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rowId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    parcelId?: string | null;
                    number?: string;
                    /**
                     * Format: date
                     * @description 日期
                     */
                    surveyedOn?: string;
                    method?: string | null;
                    thirdParty?: string | null;
                    points?: {
                        name: string;
                        longitude: string;
                        latitude: string;
                    }[] | null;
                    sketchFileId?: string | null;
                    areas?: {
                        certificateSqm: string | null;
                        actualSqm: string | null;
                        suppliedSqm: string | null;
                        illegalSqm: string | null;
                    } | null;
                    conclusion?: string | null;
                    disputed?: boolean;
                    /** @description 打开时的版本 */
                    version: number;
                    /** @description 理由 */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addEnterpriseContact: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    subjectId: string;
                    /** @enum {string} */
                    role: "legal_representative" | "head" | "liaison" | "finance" | "statistics" | "land";
                    name: string;
                    phone?: string | null;
                    from?: string | null;
                    until?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    editEnterpriseContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rowId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    role?: "legal_representative" | "head" | "liaison" | "finance" | "statistics" | "land";
                    name?: string;
                    phone?: string | null;
                    from?: string | null;
                    until?: string | null;
                    /** @description 打开时的版本 */
                    version: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unmaskEnterpriseContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rowId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 理由 */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name: string;
                        phone: string | null;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listClaims: {
        parameters: {
            query?: {
                limit?: number;
                /** @description 上一页的 next */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            claimId: string;
                            /** Format: uuid */
                            subjectId: string;
                            subjectName: string;
                            /** @enum {string} */
                            role: "registered" | "producing" | "taxed" | "counted";
                            fromRegionId: string | null;
                            fromRegionName: string | null;
                            /** Format: uuid */
                            toRegionId: string;
                            toRegionName: string;
                            /** @enum {string} */
                            state: "claimed" | "proposed" | "disputed" | "refused" | "ended";
                            from: string | null;
                            basis: string | null;
                            note: string | null;
                            version: number;
                            steps: ("accept" | "refuse" | "dispute" | "withdraw")[];
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    proposeMove: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    subjectId: string;
                    /** @enum {string} */
                    role: "registered" | "producing" | "taxed" | "counted";
                    /** Format: uuid */
                    toRegionId: string;
                    address?: string | null;
                    /**
                     * Format: date
                     * @description 日期
                     */
                    from: string;
                    basis: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        claimId: string;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    decideClaim: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                claimId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    step: "accept" | "refuse" | "dispute" | "withdraw";
                    note?: string | null;
                    /** @description 打开时的版本 */
                    version: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        state: "claimed" | "proposed" | "disputed" | "refused" | "ended";
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    mergeSubjects: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    intoId: string;
                    /** @description 打开时的版本 */
                    intoVersion: number;
                    /** Format: uuid */
                    fromId: string;
                    /** @description 打开时的版本 */
                    fromVersion: number;
                    /** @description 理由 */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        actionId: string;
                        moved: number;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    splitSubject: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    subjectId: string;
                    /** @description 打开时的版本 */
                    version: number;
                    newSubject: {
                        /** @enum {string} */
                        kind: "enterprise" | "workshop" | "person" | "land_holder" | "park" | "small_park" | "town" | "department";
                        name: string;
                        creditCode?: string | null;
                        regionId?: string | null;
                        parkId?: string | null;
                        industryCode?: string | null;
                        address?: string | null;
                        foundedOn?: string | null;
                        productionFrom?: string | null;
                        note?: string | null;
                    };
                    rowIds: string[];
                    /** @description 理由 */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        actionId: string;
                        /** Format: uuid */
                        subjectId: string;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewBulk: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    filter?: {
                        /** @enum {string} */
                        kind?: "enterprise" | "workshop" | "person" | "land_holder" | "park" | "small_park" | "town" | "department";
                        /**
                         * Format: uuid
                         * @description 含下级区域
                         */
                        regionId?: string;
                        /** Format: uuid */
                        parkId?: string;
                        /** @enum {string} */
                        status?: "normal" | "stopped" | "cancelled" | "revoked" | "moved_out" | "moved_in" | "relocating" | "restructuring" | "seized" | "mortgaged" | "abnormal_taxpayer" | "lost" | "secret";
                        /** @enum {string} */
                        scale?: "above" | "below";
                        /** @description 门类、大类、中类或小类 */
                        industry?: string;
                        /** @description 现有称号 */
                        title?: string;
                        /** @enum {string} */
                        inTransition?: "true" | "false";
                        /** @description 名称、曾用名、代码、拼音 */
                        q?: string;
                        /** @description 条件的 JSON 数组 */
                        filter?: string;
                    };
                    subjectIds?: string[];
                    change: {
                        /** Format: uuid */
                        regionId?: string;
                        parkId?: string | null;
                        industryCode?: string;
                        scale?: {
                            year: number;
                            /** @enum {string} */
                            scale: "above" | "below";
                        };
                        status?: {
                            /** @enum {string} */
                            kind: "normal" | "stopped" | "cancelled" | "revoked" | "moved_out" | "moved_in" | "relocating" | "restructuring" | "seized" | "mortgaged" | "abnormal_taxpayer" | "lost" | "secret";
                            /**
                             * Format: date
                             * @description 日期
                             */
                            from: string;
                            basis?: string | null;
                        };
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        count: number;
                        unchanged: number;
                        /** @description 提交时原样带回 */
                        digest: string;
                        examples: {
                            /** Format: uuid */
                            subjectId: string;
                            name: string;
                            field: string;
                            before: string | null;
                            now: string | null;
                        }[];
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    applyBulk: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    filter?: {
                        /** @enum {string} */
                        kind?: "enterprise" | "workshop" | "person" | "land_holder" | "park" | "small_park" | "town" | "department";
                        /**
                         * Format: uuid
                         * @description 含下级区域
                         */
                        regionId?: string;
                        /** Format: uuid */
                        parkId?: string;
                        /** @enum {string} */
                        status?: "normal" | "stopped" | "cancelled" | "revoked" | "moved_out" | "moved_in" | "relocating" | "restructuring" | "seized" | "mortgaged" | "abnormal_taxpayer" | "lost" | "secret";
                        /** @enum {string} */
                        scale?: "above" | "below";
                        /** @description 门类、大类、中类或小类 */
                        industry?: string;
                        /** @description 现有称号 */
                        title?: string;
                        /** @enum {string} */
                        inTransition?: "true" | "false";
                        /** @description 名称、曾用名、代码、拼音 */
                        q?: string;
                        /** @description 条件的 JSON 数组 */
                        filter?: string;
                    };
                    subjectIds?: string[];
                    change: {
                        /** Format: uuid */
                        regionId?: string;
                        parkId?: string | null;
                        industryCode?: string;
                        scale?: {
                            year: number;
                            /** @enum {string} */
                            scale: "above" | "below";
                        };
                        status?: {
                            /** @enum {string} */
                            kind: "normal" | "stopped" | "cancelled" | "revoked" | "moved_out" | "moved_in" | "relocating" | "restructuring" | "seized" | "mortgaged" | "abnormal_taxpayer" | "lost" | "secret";
                            /**
                             * Format: date
                             * @description 日期
                             */
                            from: string;
                            basis?: string | null;
                        };
                    };
                    digest: string;
                    /** @description 理由 */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        actionId: string;
                        count: number;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    undoRegistryAction: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    actionId: string;
                    /** @description 理由 */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        restored: number;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDuplicates: {
        parameters: {
            query?: {
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @enum {string} */
                            kind: "same_name" | "same_core_name" | "same_certificate" | "same_account";
                            words: string;
                            key: string;
                            subjects: {
                                /** Format: uuid */
                                subjectId: string;
                                /** @enum {string} */
                                kind: "enterprise" | "workshop" | "person" | "land_holder" | "park" | "small_park" | "town" | "department";
                                name: string;
                                creditCode: string | null;
                                regionId: string | null;
                                regionName: string | null;
                                parkId: string | null;
                                parkName: string | null;
                                industryCode: string | null;
                                industryName: string | null;
                                scale: ("above" | "below") | null;
                                /** @enum {string} */
                                status: "normal" | "stopped" | "cancelled" | "revoked" | "moved_out" | "moved_in" | "relocating" | "restructuring" | "seized" | "mortgaged" | "abnormal_taxpayer" | "lost" | "secret";
                                address: string | null;
                                foundedOn: string | null;
                                productionFrom: string | null;
                                updatedAt: string;
                                version: number;
                            }[];
                        }[];
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listImports: {
        parameters: {
            query?: {
                limit?: number;
                /** @description 从第几号之前 */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            importId: string;
                            /** @description 第几号导入 */
                            number: number;
                            /** @enum {string} */
                            kind: "subjects" | "parcels" | "leases" | "meters" | "titles" | "scales";
                            fileName: string;
                            sha256: string;
                            madeByName: string;
                            /** Format: date-time */
                            madeAt: string;
                            mine: boolean;
                            /** @enum {string} */
                            state: "looking" | "looked" | "failed" | "running" | "done" | "undoing" | "undone";
                            words: string;
                            job: {
                                /** Format: uuid */
                                jobId: string;
                                /** @enum {string} */
                                state: "queued" | "running" | "done" | "failed" | "cancelled";
                                done: number;
                                total: number | null;
                                unit: string;
                                cancelRequested: boolean;
                                mine: boolean;
                            };
                            outcome: {
                                rows: number;
                                added: number;
                                changed: number;
                                unchanged: number;
                                /** @description 不能采用的行 */
                                refused: number;
                                stops: boolean;
                                digest: string;
                                findings: {
                                    code: string;
                                    /** @enum {string} */
                                    severity: "error" | "warning" | "note";
                                    sheet: string | null;
                                    row: number | null;
                                    cell: string | null;
                                    message: string;
                                    remedy: string;
                                }[];
                                moreFindings: number;
                                groups: {
                                    code: string;
                                    /** @enum {string} */
                                    severity: "error" | "warning" | "note";
                                    count: number;
                                    /** @description 其中一条 */
                                    message: string;
                                    remedy: string;
                                }[];
                                examples: {
                                    row: number;
                                    name: string;
                                    what: string;
                                }[];
                            } | null;
                            goodRowsOnly: boolean;
                            actionId: string | null;
                            doneAt: string | null;
                            undo: {
                                byName: string;
                                reason: string;
                                at: string | null;
                                blocked: {
                                    count: number;
                                    items: {
                                        /** @enum {string} */
                                        how: "touched" | "used";
                                        /** @description 哪类登记 */
                                        what: string;
                                        /** @description 企业 */
                                        name: string | null;
                                        subjectId: string | null;
                                        at: string | null;
                                        byName: string | null;
                                        /** @description 哪项办理 */
                                        title: string | null;
                                    }[];
                                } | null;
                            } | null;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    beginImport: {
        parameters: {
            query: {
                kind: "subjects" | "parcels" | "leases" | "meters" | "titles" | "scales";
                /** @description 导入过的文件仍再查一遍 */
                again?: "true" | "false";
            };
            header?: {
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        importId: string;
                        /** Format: uuid */
                        jobId: string;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                importId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        importId: string;
                        /** @description 第几号导入 */
                        number: number;
                        /** @enum {string} */
                        kind: "subjects" | "parcels" | "leases" | "meters" | "titles" | "scales";
                        fileName: string;
                        sha256: string;
                        madeByName: string;
                        /** Format: date-time */
                        madeAt: string;
                        mine: boolean;
                        /** @enum {string} */
                        state: "looking" | "looked" | "failed" | "running" | "done" | "undoing" | "undone";
                        words: string;
                        job: {
                            /** Format: uuid */
                            jobId: string;
                            /** @enum {string} */
                            state: "queued" | "running" | "done" | "failed" | "cancelled";
                            done: number;
                            total: number | null;
                            unit: string;
                            cancelRequested: boolean;
                            mine: boolean;
                        };
                        outcome: {
                            rows: number;
                            added: number;
                            changed: number;
                            unchanged: number;
                            /** @description 不能采用的行 */
                            refused: number;
                            stops: boolean;
                            digest: string;
                            findings: {
                                code: string;
                                /** @enum {string} */
                                severity: "error" | "warning" | "note";
                                sheet: string | null;
                                row: number | null;
                                cell: string | null;
                                message: string;
                                remedy: string;
                            }[];
                            moreFindings: number;
                            groups: {
                                code: string;
                                /** @enum {string} */
                                severity: "error" | "warning" | "note";
                                count: number;
                                /** @description 其中一条 */
                                message: string;
                                remedy: string;
                            }[];
                            examples: {
                                row: number;
                                name: string;
                                what: string;
                            }[];
                        } | null;
                        goodRowsOnly: boolean;
                        actionId: string | null;
                        doneAt: string | null;
                        undo: {
                            byName: string;
                            reason: string;
                            at: string | null;
                            blocked: {
                                count: number;
                                items: {
                                    /** @enum {string} */
                                    how: "touched" | "used";
                                    /** @description 哪类登记 */
                                    what: string;
                                    /** @description 企业 */
                                    name: string | null;
                                    subjectId: string | null;
                                    at: string | null;
                                    byName: string | null;
                                    /** @description 哪项办理 */
                                    title: string | null;
                                }[];
                            } | null;
                        } | null;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    lookAgain: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                importId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        importId: string;
                        /** Format: uuid */
                        jobId: string;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    runImport: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                importId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 试运行给出的 */
                    digest: string;
                    /**
                     * @description 只收合格行
                     * @default false
                     */
                    goodRowsOnly?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        importId: string;
                        /** Format: uuid */
                        jobId: string;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    undoImport: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                importId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 理由 */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        importId: string;
                        /** Format: uuid */
                        jobId: string;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    importFindings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                importId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    importTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: "subjects" | "parcels" | "leases" | "meters" | "titles" | "scales";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportSubjects: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    filter?: {
                        /** @enum {string} */
                        kind?: "enterprise" | "workshop" | "person" | "land_holder" | "park" | "small_park" | "town" | "department";
                        /**
                         * Format: uuid
                         * @description 含下级区域
                         */
                        regionId?: string;
                        /** Format: uuid */
                        parkId?: string;
                        /** @enum {string} */
                        status?: "normal" | "stopped" | "cancelled" | "revoked" | "moved_out" | "moved_in" | "relocating" | "restructuring" | "seized" | "mortgaged" | "abnormal_taxpayer" | "lost" | "secret";
                        /** @enum {string} */
                        scale?: "above" | "below";
                        /** @description 门类、大类、中类或小类 */
                        industry?: string;
                        /** @description 现有称号 */
                        title?: string;
                        /** @enum {string} */
                        inTransition?: "true" | "false";
                        /** @description 名称、曾用名、代码、拼音 */
                        q?: string;
                        /** @description 条件的 JSON 数组 */
                        filter?: string;
                    };
                    /**
                     * @default name
                     * @enum {string}
                     */
                    sort?: "name" | "code" | "region" | "updated" | "industry" | "status" | "founded" | "production";
                    columns: ("name" | "creditCode" | "formerNames" | "kind" | "regionName" | "parkName" | "industryCode" | "scale" | "status" | "address" | "foundedOn" | "productionFrom" | "powerAccounts" | "taxNumbers" | "ownLandSqm" | "leasedInSqm" | "leasedOutSqm" | "contacts")[];
                    /** @enum {string} */
                    format: "xlsx" | "csv";
                };
            };
        };
        responses: {
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listParcels: {
        parameters: {
            query?: {
                regionId?: string;
                holderId?: string;
                siteKind?: "in_park" | "merged_town_cluster" | "village_cluster" | "natural_village" | "scattered";
                idleKind?: "approved_not_supplied" | "supplied_not_used" | "used_not_full" | "built_not_invested" | "invested_not_reached";
                tenure?: "granted" | "allocated" | "leased" | "collective" | "invested" | "none";
                /** @description 宗地号或证号的开头 */
                q?: string;
                sort?: "number" | "region" | "area";
                limit?: number;
                /** @description 上一页的 next */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description 宗地号 */
                            number: string;
                            certificateNo?: string | null;
                            holderId?: string | null;
                            parkId?: string | null;
                            regionId?: string | null;
                            location?: string | null;
                            /** @enum {string} */
                            use: "industrial" | "storage" | "innovation" | "other";
                            /** @enum {string} */
                            tenure: "granted" | "allocated" | "leased" | "collective" | "invested" | "none";
                            siteKind?: ("in_park" | "merged_town_cluster" | "village_cluster" | "natural_village" | "scattered") | null;
                            idleKind?: ("approved_not_supplied" | "supplied_not_used" | "used_not_full" | "built_not_invested" | "invested_not_reached") | null;
                            idleSince?: string | null;
                            measureGroup?: ("revive" | "improve" | "move" | "merge" | "close" | "govern" | "reduce" | "raise") | null;
                            vacatedOn?: string | null;
                            laterUse?: string | null;
                            certificateAreaSqm?: string | null;
                            actualAreaSqm?: string | null;
                            suppliedAreaSqm?: string | null;
                            surveyedAreaSqm?: string | null;
                            /** @enum {string} */
                            buildState: "not_started" | "under_construction" | "built" | "demolished";
                            completionDue?: string | null;
                            acquiredOn?: string | null;
                            note?: string | null;
                            from?: string | null;
                            until?: string | null;
                            /** Format: uuid */
                            parcelId: string;
                            version: number;
                            holderName: string | null;
                            regionName: string | null;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addParcel: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 宗地号 */
                    number: string;
                    certificateNo?: string | null;
                    holderId?: string | null;
                    parkId?: string | null;
                    regionId?: string | null;
                    location?: string | null;
                    /** @enum {string} */
                    use: "industrial" | "storage" | "innovation" | "other";
                    /** @enum {string} */
                    tenure: "granted" | "allocated" | "leased" | "collective" | "invested" | "none";
                    siteKind?: ("in_park" | "merged_town_cluster" | "village_cluster" | "natural_village" | "scattered") | null;
                    idleKind?: ("approved_not_supplied" | "supplied_not_used" | "used_not_full" | "built_not_invested" | "invested_not_reached") | null;
                    idleSince?: string | null;
                    measureGroup?: ("revive" | "improve" | "move" | "merge" | "close" | "govern" | "reduce" | "raise") | null;
                    vacatedOn?: string | null;
                    laterUse?: string | null;
                    certificateAreaSqm?: string | null;
                    actualAreaSqm?: string | null;
                    suppliedAreaSqm?: string | null;
                    surveyedAreaSqm?: string | null;
                    /** @enum {string} */
                    buildState: "not_started" | "under_construction" | "built" | "demolished";
                    completionDue?: string | null;
                    acquiredOn?: string | null;
                    note?: string | null;
                    from?: string | null;
                    until?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        parcelId: string;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getParcel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                parcelId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        parcel: {
                            /** @description 宗地号 */
                            number: string;
                            certificateNo?: string | null;
                            holderId?: string | null;
                            parkId?: string | null;
                            regionId?: string | null;
                            location?: string | null;
                            /** @enum {string} */
                            use: "industrial" | "storage" | "innovation" | "other";
                            /** @enum {string} */
                            tenure: "granted" | "allocated" | "leased" | "collective" | "invested" | "none";
                            siteKind?: ("in_park" | "merged_town_cluster" | "village_cluster" | "natural_village" | "scattered") | null;
                            idleKind?: ("approved_not_supplied" | "supplied_not_used" | "used_not_full" | "built_not_invested" | "invested_not_reached") | null;
                            idleSince?: string | null;
                            measureGroup?: ("revive" | "improve" | "move" | "merge" | "close" | "govern" | "reduce" | "raise") | null;
                            vacatedOn?: string | null;
                            laterUse?: string | null;
                            certificateAreaSqm?: string | null;
                            actualAreaSqm?: string | null;
                            suppliedAreaSqm?: string | null;
                            surveyedAreaSqm?: string | null;
                            /** @enum {string} */
                            buildState: "not_started" | "under_construction" | "built" | "demolished";
                            completionDue?: string | null;
                            acquiredOn?: string | null;
                            note?: string | null;
                            from?: string | null;
                            until?: string | null;
                            /** Format: uuid */
                            parcelId: string;
                            version: number;
                            holderName: string | null;
                            regionName: string | null;
                        };
                        buildings: {
                            /** Format: uuid */
                            parcelId: string;
                            name: string;
                            floors?: number | null;
                            floorAreaSqm?: string | null;
                            tallFloorAreaSqm?: string | null;
                            floorHeightM?: string | null;
                            floorList?: {
                                floor: number;
                                areaSqm: string;
                                heightM: string;
                            }[] | null;
                            builtOn?: string | null;
                            note?: string | null;
                            from?: string | null;
                            until?: string | null;
                            /** Format: uuid */
                            id: string;
                            version: number;
                        }[];
                        occupancies: {
                            /** Format: uuid */
                            subjectId: string;
                            /** @enum {string} */
                            kind: "own" | "in" | "out" | "collective";
                            parcelId?: string | null;
                            buildingId?: string | null;
                            counterpartId?: string | null;
                            counterpartName?: string | null;
                            lessorKind?: ("company" | "village_factory" | "person" | "civilian_house" | "small_park" | "state_owned" | "unknown") | null;
                            leaseId?: string | null;
                            parentLeaseId?: string | null;
                            contractNo?: string | null;
                            sharePercent?: string | null;
                            landAreaSqm?: string | null;
                            floorAreaSqm?: string | null;
                            floorHeightM?: string | null;
                            rentYuanPerSqmMonth?: string | null;
                            transferredOn?: string | null;
                            note?: string | null;
                            from?: string | null;
                            until?: string | null;
                            /** Format: uuid */
                            id: string;
                            version: number;
                            subjectName: string;
                            parcelNumber: string | null;
                            buildingName: string | null;
                            /** @description 对方名称 */
                            counterpart: string | null;
                        }[];
                        contracts: {
                            /** Format: uuid */
                            subjectId: string;
                            /** Format: uuid */
                            parcelId: string;
                            /** @enum {string} */
                            kind: "grant" | "standard_land" | "supervision";
                            number: string;
                            signedOn?: string | null;
                            investmentPromisedWanYuan?: string | null;
                            outputPromisedWanYuan?: string | null;
                            taxPromisedWanYuan?: string | null;
                            taxPromisedWanYuanPerMu?: string | null;
                            startDue?: string | null;
                            startedOn?: string | null;
                            completionDue?: string | null;
                            completedOn?: string | null;
                            productionDue?: string | null;
                            productionAcceptedOn?: string | null;
                            breachLetterNumber?: string | null;
                            breachLetterOn?: string | null;
                            breach?: string | null;
                            penaltyYuan?: string | null;
                            penaltyPaidOn?: string | null;
                            idleFoundOn?: string | null;
                            idleDisposal?: string | null;
                            idleDisposedOn?: string | null;
                            note?: string | null;
                            /** Format: uuid */
                            id: string;
                            version: number;
                            parcelNumber: string;
                            /** @description 已逾期的约定 */
                            overdue: string[];
                        }[];
                        surveys: {
                            /** Format: uuid */
                            subjectId: string;
                            parcelId?: string | null;
                            number: string;
                            /**
                             * Format: date
                             * @description 日期
                             */
                            surveyedOn: string;
                            method?: string | null;
                            thirdParty?: string | null;
                            points?: {
                                name: string;
                                longitude: string;
                                latitude: string;
                            }[] | null;
                            sketchFileId?: string | null;
                            areas?: {
                                certificateSqm: string | null;
                                actualSqm: string | null;
                                suppliedSqm: string | null;
                                illegalSqm: string | null;
                            } | null;
                            conclusion?: string | null;
                            disputed: boolean;
                            /** Format: uuid */
                            id: string;
                            version: number;
                            /** @enum {string} */
                            state: "drawn" | "signed" | "void";
                            signedOn: string | null;
                            /** @description 签字所据登记内容的校验码 */
                            signedCode: string | null;
                            scanFileId: string | null;
                        }[];
                        leaseTree: {
                            /** Format: uuid */
                            leaseId: string;
                            parentLeaseId: string | null;
                            depth: number;
                            lessor: string;
                            lessee: string;
                            floorAreaSqm: string | null;
                            landAreaSqm: string | null;
                            from: string | null;
                            until: string | null;
                            current: boolean;
                        }[];
                        floorSqm: {
                            total: string | null;
                            let: string;
                            left: string | null;
                        };
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    editParcel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                parcelId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 宗地号 */
                    number?: string;
                    certificateNo?: string | null;
                    holderId?: string | null;
                    parkId?: string | null;
                    regionId?: string | null;
                    location?: string | null;
                    /** @enum {string} */
                    use?: "industrial" | "storage" | "innovation" | "other";
                    /** @enum {string} */
                    tenure?: "granted" | "allocated" | "leased" | "collective" | "invested" | "none";
                    siteKind?: ("in_park" | "merged_town_cluster" | "village_cluster" | "natural_village" | "scattered") | null;
                    idleKind?: ("approved_not_supplied" | "supplied_not_used" | "used_not_full" | "built_not_invested" | "invested_not_reached") | null;
                    idleSince?: string | null;
                    measureGroup?: ("revive" | "improve" | "move" | "merge" | "close" | "govern" | "reduce" | "raise") | null;
                    vacatedOn?: string | null;
                    laterUse?: string | null;
                    certificateAreaSqm?: string | null;
                    actualAreaSqm?: string | null;
                    suppliedAreaSqm?: string | null;
                    surveyedAreaSqm?: string | null;
                    /** @enum {string} */
                    buildState?: "not_started" | "under_construction" | "built" | "demolished";
                    completionDue?: string | null;
                    acquiredOn?: string | null;
                    note?: string | null;
                    from?: string | null;
                    until?: string | null;
                    /** @description 打开时的版本 */
                    version: number;
                    /** @description 理由 */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSurveySheet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                surveyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        survey: {
                            /** Format: uuid */
                            subjectId: string;
                            parcelId?: string | null;
                            number: string;
                            /**
                             * Format: date
                             * @description 日期
                             */
                            surveyedOn: string;
                            method?: string | null;
                            thirdParty?: string | null;
                            points?: {
                                name: string;
                                longitude: string;
                                latitude: string;
                            }[] | null;
                            sketchFileId?: string | null;
                            areas?: {
                                certificateSqm: string | null;
                                actualSqm: string | null;
                                suppliedSqm: string | null;
                                illegalSqm: string | null;
                            } | null;
                            conclusion?: string | null;
                            disputed: boolean;
                            /** Format: uuid */
                            id: string;
                            version: number;
                            /** @enum {string} */
                            state: "drawn" | "signed" | "void";
                            signedOn: string | null;
                            /** @description 签字所据登记内容的校验码 */
                            signedCode: string | null;
                            scanFileId: string | null;
                        };
                        subject: {
                            /** Format: uuid */
                            subjectId: string;
                            /** @enum {string} */
                            kind: "enterprise" | "workshop" | "person" | "land_holder" | "park" | "small_park" | "town" | "department";
                            name: string;
                            creditCode: string | null;
                            regionId: string | null;
                            regionName: string | null;
                            parkId: string | null;
                            parkName: string | null;
                            industryCode: string | null;
                            industryName: string | null;
                            scale: ("above" | "below") | null;
                            /** @enum {string} */
                            status: "normal" | "stopped" | "cancelled" | "revoked" | "moved_out" | "moved_in" | "relocating" | "restructuring" | "seized" | "mortgaged" | "abnormal_taxpayer" | "lost" | "secret";
                            address: string | null;
                            foundedOn: string | null;
                            productionFrom: string | null;
                            updatedAt: string;
                            version: number;
                        };
                        parcel: {
                            /** @description 宗地号 */
                            number: string;
                            certificateNo?: string | null;
                            holderId?: string | null;
                            parkId?: string | null;
                            regionId?: string | null;
                            location?: string | null;
                            /** @enum {string} */
                            use: "industrial" | "storage" | "innovation" | "other";
                            /** @enum {string} */
                            tenure: "granted" | "allocated" | "leased" | "collective" | "invested" | "none";
                            siteKind?: ("in_park" | "merged_town_cluster" | "village_cluster" | "natural_village" | "scattered") | null;
                            idleKind?: ("approved_not_supplied" | "supplied_not_used" | "used_not_full" | "built_not_invested" | "invested_not_reached") | null;
                            idleSince?: string | null;
                            measureGroup?: ("revive" | "improve" | "move" | "merge" | "close" | "govern" | "reduce" | "raise") | null;
                            vacatedOn?: string | null;
                            laterUse?: string | null;
                            certificateAreaSqm?: string | null;
                            actualAreaSqm?: string | null;
                            suppliedAreaSqm?: string | null;
                            surveyedAreaSqm?: string | null;
                            /** @enum {string} */
                            buildState: "not_started" | "under_construction" | "built" | "demolished";
                            completionDue?: string | null;
                            acquiredOn?: string | null;
                            note?: string | null;
                            from?: string | null;
                            until?: string | null;
                            /** Format: uuid */
                            parcelId: string;
                            version: number;
                            holderName: string | null;
                            regionName: string | null;
                        } | null;
                        occupancies: {
                            /** Format: uuid */
                            subjectId: string;
                            /** @enum {string} */
                            kind: "own" | "in" | "out" | "collective";
                            parcelId?: string | null;
                            buildingId?: string | null;
                            counterpartId?: string | null;
                            counterpartName?: string | null;
                            lessorKind?: ("company" | "village_factory" | "person" | "civilian_house" | "small_park" | "state_owned" | "unknown") | null;
                            leaseId?: string | null;
                            parentLeaseId?: string | null;
                            contractNo?: string | null;
                            sharePercent?: string | null;
                            landAreaSqm?: string | null;
                            floorAreaSqm?: string | null;
                            floorHeightM?: string | null;
                            rentYuanPerSqmMonth?: string | null;
                            transferredOn?: string | null;
                            note?: string | null;
                            from?: string | null;
                            until?: string | null;
                            /** Format: uuid */
                            id: string;
                            version: number;
                            subjectName: string;
                            parcelNumber: string | null;
                            buildingName: string | null;
                            /** @description 对方名称 */
                            counterpart: string | null;
                        }[];
                        signers: {
                            /** @enum {string} */
                            party: "enterprise" | "area" | "land" | "surveyor" | "other";
                            nameMasked: string;
                        }[];
                        /** @description 登记内容的校验码，印在纸上 */
                        checkCode: string;
                        scan: {
                            name: string;
                            sizeBytes: number;
                            /** Format: date-time */
                            uploadedAt: string;
                            sha256: string;
                        } | null;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signSurvey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                surveyId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date
                     * @description 签字日期
                     */
                    signedOn: string;
                    /** @description 纸上校验码 */
                    checkCode: string;
                    /** @description 签字人 */
                    signers: {
                        /**
                         * @description 签字方
                         * @enum {string}
                         */
                        party: "enterprise" | "area" | "land" | "surveyor" | "other";
                        /** @description 姓名 */
                        name: string;
                    }[];
                    /** @description 扫描件 */
                    scanFileId?: string | null;
                    /** @description 打开时的版本 */
                    version: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadSurveyScan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                surveyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    archiveSurveyScan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                surveyId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description 扫描件
                     */
                    scanFileId: string;
                    /** @description 打开时的版本 */
                    version: number;
                    /** @description 理由 */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    applyMergedEvaluation: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** Format: uuid */
                    leadId: string;
                    members: {
                        /** Format: uuid */
                        subjectId: string;
                        sharePercent?: string | null;
                    }[];
                    /**
                     * Format: date
                     * @description 日期
                     */
                    appliedOn: string;
                    application?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        mergedEvaluationId: string;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readMergedSheet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                mergedEvaluationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        title: string;
                        counts: {
                            what: string;
                            count: string;
                            unit: string;
                        }[];
                        /** @description 签发单上的摘要 */
                        digest: string;
                        /** @description 提请人 */
                        proposedBy: string;
                        /** Format: date-time */
                        proposedAt: string;
                        own: boolean;
                        name: string;
                        appliedOn: string;
                        application: string | null;
                        members: {
                            /** Format: uuid */
                            subjectId: string;
                            name: string;
                            creditCode: string | null;
                            leads: boolean;
                            sharePercent: string | null;
                            ownLandSqm: string | null;
                        }[];
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signMergedEvaluation: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                mergedEvaluationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 签发单上的摘要 */
                    digest: string;
                    /**
                     * Format: date
                     * @description 日期
                     */
                    on: string;
                    /** @description 决定机构 */
                    by: string;
                    decisionNumber?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        state: "applied" | "approved" | "refused" | "dissolved";
                        signed: {
                            /** @description 签发单上的摘要 */
                            digest: string;
                            counts: {
                                what: string;
                                count: string;
                                unit: string;
                            }[];
                            proposedBy: string;
                            /** Format: date-time */
                            proposedAt: string;
                            signedBy: string;
                            /** Format: date-time */
                            signedAt: string;
                        };
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    decideMergedEvaluation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                mergedEvaluationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    step: "refuse" | "dissolve";
                    /**
                     * Format: date
                     * @description 日期
                     */
                    on: string;
                    by?: string | null;
                    decisionNumber?: string | null;
                    because?: string | null;
                    /** @description 打开时的版本 */
                    version: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        state: "applied" | "approved" | "refused" | "dissolved";
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listChecks: {
        parameters: {
            query?: {
                kind?: "occupancy_overlaps" | "parcel_over_let" | "building_over_let" | "parcel_sum" | "lease_without_parent" | "lease_one_sided" | "lease_without_contract" | "occupancy_expired" | "transition_ends" | "title_ends" | "meter_over_shared" | "contract_overdue" | "subject_without_code" | "subject_without_region" | "place_disputed";
                /** @description 宗地合计核对用的数据年度 */
                year?: number;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @enum {string} */
                            kind: "occupancy_overlaps" | "parcel_over_let" | "building_over_let" | "parcel_sum" | "lease_without_parent" | "lease_one_sided" | "lease_without_contract" | "occupancy_expired" | "transition_ends" | "title_ends" | "meter_over_shared" | "contract_overdue" | "subject_without_code" | "subject_without_region" | "place_disputed";
                            message: string;
                            remedy: string;
                            subjectId: string | null;
                            subjectName: string | null;
                            parcelId: string | null;
                            parcelNumber: string | null;
                            rowIds: string[];
                        }[];
                        counts: {
                            [key: string]: number;
                        };
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLandRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        muDivisor: "667" | "2000/3" | "666.67";
                        round: {
                            to: number;
                            /** @enum {string} */
                            by: "excel" | "gbt8170";
                        } | null;
                        /** @enum {string} */
                        basis: "certificate" | "actual" | "supplied" | "larger_of_certificate_and_actual";
                        /** @enum {string} */
                        monthsBy: "months" | "days" | "reference_day";
                        /** @description 承租建筑面积每多少平方米折一亩；空为不折 */
                        floorPerMu: string | null;
                        /** @enum {string} */
                        excess: "ignore" | "add";
                        /** @enum {string} */
                        method: "enterprise" | "parcel";
                        /** @enum {string} */
                        collective: "add" | "ignore";
                        /** @description 在建用地逾期几个月后全额计入；空为一律计入 */
                        overdueAfterMonths: number | null;
                        /** @description 核对宗地合计 */
                        sumCheck: boolean;
                        /** @description 依据 */
                        clause: string;
                        version: number;
                    } | null;
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setLandRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                year: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    muDivisor: "667" | "2000/3" | "666.67";
                    round: {
                        to: number;
                        /** @enum {string} */
                        by: "excel" | "gbt8170";
                    } | null;
                    /** @enum {string} */
                    basis: "certificate" | "actual" | "supplied" | "larger_of_certificate_and_actual";
                    /** @enum {string} */
                    monthsBy: "months" | "days" | "reference_day";
                    /** @description 承租建筑面积每多少平方米折一亩；空为不折 */
                    floorPerMu: string | null;
                    /** @enum {string} */
                    excess: "ignore" | "add";
                    /** @enum {string} */
                    method: "enterprise" | "parcel";
                    /** @enum {string} */
                    collective: "add" | "ignore";
                    /** @description 在建用地逾期几个月后全额计入；空为一律计入 */
                    overdueAfterMonths: number | null;
                    /** @description 核对宗地合计 */
                    sumCheck: boolean;
                    /** @description 依据 */
                    clause: string;
                    /** @description 首次为 0 */
                    version: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getEnterprisePage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                subjectId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        registry: {
                            subject: {
                                /** Format: uuid */
                                subjectId: string;
                                /** @enum {string} */
                                kind: "enterprise" | "workshop" | "person" | "land_holder" | "park" | "small_park" | "town" | "department";
                                name: string;
                                creditCode: string | null;
                                regionId: string | null;
                                regionName: string | null;
                                parkId: string | null;
                                parkName: string | null;
                                industryCode: string | null;
                                industryName: string | null;
                                scale: ("above" | "below") | null;
                                /** @enum {string} */
                                status: "normal" | "stopped" | "cancelled" | "revoked" | "moved_out" | "moved_in" | "relocating" | "restructuring" | "seized" | "mortgaged" | "abnormal_taxpayer" | "lost" | "secret";
                                address: string | null;
                                foundedOn: string | null;
                                productionFrom: string | null;
                                updatedAt: string;
                                version: number;
                                endedOn: string | null;
                                note: string | null;
                                mergedInto: string | null;
                                blocks: ("evaluation" | "transfer" | "purchase" | "delivery" | "disclosure")[];
                            };
                            identifiers: {
                                /** Format: uuid */
                                subjectId: string;
                                /** @enum {string} */
                                kind: "credit_code" | "old_org_code" | "old_licence_no" | "tax_no" | "statistics_code" | "power_account" | "water_account" | "gas_account" | "meter" | "other";
                                value: string;
                                note?: string | null;
                                from?: string | null;
                                until?: string | null;
                                /** Format: uuid */
                                id: string;
                                version: number;
                            }[];
                            formerNames: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                from: string | null;
                                until: string | null;
                                basis: string | null;
                            }[];
                            places: {
                                /** Format: uuid */
                                subjectId: string;
                                /** @enum {string} */
                                role: "registered" | "producing" | "taxed" | "counted";
                                placeRegionId?: string | null;
                                outside?: string | null;
                                address?: string | null;
                                basis?: string | null;
                                note?: string | null;
                                from?: string | null;
                                until?: string | null;
                                /** Format: uuid */
                                id: string;
                                version: number;
                                /** @enum {string} */
                                state: "claimed" | "proposed" | "disputed" | "refused" | "ended";
                                placeRegionName: string | null;
                            }[];
                            statuses: {
                                /** Format: uuid */
                                subjectId: string;
                                /** @enum {string} */
                                kind: "normal" | "stopped" | "cancelled" | "revoked" | "moved_out" | "moved_in" | "relocating" | "restructuring" | "seized" | "mortgaged" | "abnormal_taxpayer" | "lost" | "secret";
                                basis?: string | null;
                                from?: string | null;
                                until?: string | null;
                                /** Format: uuid */
                                id: string;
                                version: number;
                            }[];
                            industries: {
                                /** Format: uuid */
                                subjectId: string;
                                code: string;
                                name?: string | null;
                                basis?: string | null;
                                from?: string | null;
                                until?: string | null;
                                /** Format: uuid */
                                id: string;
                                version: number;
                            }[];
                            scales: {
                                /** Format: uuid */
                                subjectId: string;
                                year: number;
                                /** @enum {string} */
                                scale: "above" | "below";
                                enteredOn?: string | null;
                                leftOn?: string | null;
                                basis?: string | null;
                                /** Format: uuid */
                                id: string;
                                version: number;
                            }[];
                            titles: {
                                /** Format: uuid */
                                subjectId: string;
                                name: string;
                                /** @enum {string} */
                                level: "national" | "provincial" | "city" | "county";
                                document?: string | null;
                                from?: string | null;
                                until?: string | null;
                                /** Format: uuid */
                                id: string;
                                version: number;
                            }[];
                            transitions: {
                                /** Format: uuid */
                                subjectId: string;
                                /** @enum {string} */
                                kind: "start_up" | "relocation" | "improvement" | "restructuring" | "other";
                                basis: string;
                                extendedUntil?: string | null;
                                extensionBasis?: string | null;
                                meanwhile?: string | null;
                                from?: string | null;
                                until?: string | null;
                                /** Format: uuid */
                                id: string;
                                version: number;
                                endsOn: string | null;
                                warns: boolean;
                            }[];
                            contacts: {
                                /** Format: uuid */
                                id: string;
                                version: number;
                                /** @enum {string} */
                                role: "legal_representative" | "head" | "liaison" | "finance" | "statistics" | "land";
                                nameMasked: string;
                                phoneMasked: string | null;
                                from: string | null;
                                until: string | null;
                            }[];
                            parkProfiles: {
                                /** Format: uuid */
                                subjectId: string;
                                /** @enum {string} */
                                level: "national" | "provincial" | "city" | "county";
                                operator?: string | null;
                                leadingIndustries?: string | null;
                                plannedAreaSqm?: string | null;
                                builtAreaSqm?: string | null;
                                openedOn?: string | null;
                                starRating?: number | null;
                                ratedOn?: string | null;
                                facilities?: string | null;
                                note?: string | null;
                                from?: string | null;
                                until?: string | null;
                                /** Format: uuid */
                                id: string;
                                version: number;
                            }[];
                            relations: {
                                /** Format: uuid */
                                subjectId: string;
                                /** Format: uuid */
                                otherId: string;
                                /** @enum {string} */
                                kind: "parent" | "same_controller" | "same_site" | "service_split" | "branch" | "other";
                                sharePercent?: string | null;
                                basis?: string | null;
                                from?: string | null;
                                until?: string | null;
                                /** Format: uuid */
                                id: string;
                                version: number;
                                otherName: string;
                            }[];
                            merged: {
                                /** Format: uuid */
                                mergedEvaluationId: string;
                                version: number;
                                name: string;
                                /** Format: uuid */
                                leadId: string;
                                /** @enum {string} */
                                state: "applied" | "approved" | "refused" | "dissolved";
                                appliedOn: string;
                                application: string | null;
                                decidedOn: string | null;
                                decidedBy: string | null;
                                decisionNumber: string | null;
                                signature: {
                                    /** @description 签发单上的摘要 */
                                    digest: string;
                                    counts: {
                                        what: string;
                                        count: string;
                                        unit: string;
                                    }[];
                                    proposedBy: string;
                                    /** Format: date-time */
                                    proposedAt: string;
                                    signedBy: string;
                                    /** Format: date-time */
                                    signedAt: string;
                                } | null;
                                dissolvedBecause: string | null;
                                from: string | null;
                                until: string | null;
                                members: {
                                    /** Format: uuid */
                                    subjectId: string;
                                    name: string;
                                    sharePercent: string | null;
                                }[];
                            }[];
                            occupancies: {
                                /** Format: uuid */
                                subjectId: string;
                                /** @enum {string} */
                                kind: "own" | "in" | "out" | "collective";
                                parcelId?: string | null;
                                buildingId?: string | null;
                                counterpartId?: string | null;
                                counterpartName?: string | null;
                                lessorKind?: ("company" | "village_factory" | "person" | "civilian_house" | "small_park" | "state_owned" | "unknown") | null;
                                leaseId?: string | null;
                                parentLeaseId?: string | null;
                                contractNo?: string | null;
                                sharePercent?: string | null;
                                landAreaSqm?: string | null;
                                floorAreaSqm?: string | null;
                                floorHeightM?: string | null;
                                rentYuanPerSqmMonth?: string | null;
                                transferredOn?: string | null;
                                note?: string | null;
                                from?: string | null;
                                until?: string | null;
                                /** Format: uuid */
                                id: string;
                                version: number;
                                subjectName: string;
                                parcelNumber: string | null;
                                buildingName: string | null;
                                /** @description 对方名称 */
                                counterpart: string | null;
                            }[];
                            contracts: {
                                /** Format: uuid */
                                subjectId: string;
                                /** Format: uuid */
                                parcelId: string;
                                /** @enum {string} */
                                kind: "grant" | "standard_land" | "supervision";
                                number: string;
                                signedOn?: string | null;
                                investmentPromisedWanYuan?: string | null;
                                outputPromisedWanYuan?: string | null;
                                taxPromisedWanYuan?: string | null;
                                taxPromisedWanYuanPerMu?: string | null;
                                startDue?: string | null;
                                startedOn?: string | null;
                                completionDue?: string | null;
                                completedOn?: string | null;
                                productionDue?: string | null;
                                productionAcceptedOn?: string | null;
                                breachLetterNumber?: string | null;
                                breachLetterOn?: string | null;
                                breach?: string | null;
                                penaltyYuan?: string | null;
                                penaltyPaidOn?: string | null;
                                idleFoundOn?: string | null;
                                idleDisposal?: string | null;
                                idleDisposedOn?: string | null;
                                note?: string | null;
                                /** Format: uuid */
                                id: string;
                                version: number;
                                parcelNumber: string;
                                /** @description 已逾期的约定 */
                                overdue: string[];
                            }[];
                            meters: {
                                /** Format: uuid */
                                subjectId: string;
                                /** @enum {string} */
                                kind: "power" | "water" | "gas" | "heat";
                                account: string;
                                address?: string | null;
                                voltage?: string | null;
                                note?: string | null;
                                from?: string | null;
                                until?: string | null;
                                /** Format: uuid */
                                id: string;
                                version: number;
                            }[];
                            meterShares: {
                                /** Format: uuid */
                                subjectId: string;
                                /** Format: uuid */
                                meterId: string;
                                sharePercent: string;
                                /** @enum {string} */
                                basis: "sub_meter" | "agreed" | "floor_area" | "estimated";
                                note?: string | null;
                                from?: string | null;
                                until?: string | null;
                                /** Format: uuid */
                                id: string;
                                version: number;
                                subjectName: string;
                                account: string;
                            }[];
                            surveys: {
                                /** Format: uuid */
                                subjectId: string;
                                parcelId?: string | null;
                                number: string;
                                /**
                                 * Format: date
                                 * @description 日期
                                 */
                                surveyedOn: string;
                                method?: string | null;
                                thirdParty?: string | null;
                                points?: {
                                    name: string;
                                    longitude: string;
                                    latitude: string;
                                }[] | null;
                                sketchFileId?: string | null;
                                areas?: {
                                    certificateSqm: string | null;
                                    actualSqm: string | null;
                                    suppliedSqm: string | null;
                                    illegalSqm: string | null;
                                } | null;
                                conclusion?: string | null;
                                disputed: boolean;
                                /** Format: uuid */
                                id: string;
                                version: number;
                                /** @enum {string} */
                                state: "drawn" | "signed" | "void";
                                signedOn: string | null;
                                /** @description 签字所据登记内容的校验码 */
                                signedCode: string | null;
                                scanFileId: string | null;
                            }[];
                            tenants: {
                                /** Format: uuid */
                                subjectId: string;
                                /** @enum {string} */
                                kind: "own" | "in" | "out" | "collective";
                                parcelId?: string | null;
                                buildingId?: string | null;
                                counterpartId?: string | null;
                                counterpartName?: string | null;
                                lessorKind?: ("company" | "village_factory" | "person" | "civilian_house" | "small_park" | "state_owned" | "unknown") | null;
                                leaseId?: string | null;
                                parentLeaseId?: string | null;
                                contractNo?: string | null;
                                sharePercent?: string | null;
                                landAreaSqm?: string | null;
                                floorAreaSqm?: string | null;
                                floorHeightM?: string | null;
                                rentYuanPerSqmMonth?: string | null;
                                transferredOn?: string | null;
                                note?: string | null;
                                from?: string | null;
                                until?: string | null;
                                /** Format: uuid */
                                id: string;
                                version: number;
                                subjectName: string;
                                parcelNumber: string | null;
                                buildingName: string | null;
                                /** @description 对方名称 */
                                counterpart: string | null;
                            }[];
                        };
                        timeLine: {
                            /** @description 日期，或变更的时刻 */
                            on: string;
                            /** @enum {string} */
                            kind: "life" | "land" | "title" | "status" | "change";
                            words: string;
                            actionId: string | null;
                            /** @description 可撤销的合并、拆分 */
                            undoable: boolean;
                        }[];
                        latest: {
                            at: string;
                            /** Format: uuid */
                            actionId: string;
                            title: string | null;
                            userName: string | null;
                            reason: string | null;
                            summary: string | null;
                            /** @description 登记项 */
                            what: string;
                            rowId: string;
                            changes: {
                                field: string;
                                before: string | null;
                                now: string | null;
                            }[];
                            made: boolean;
                            undoable: boolean;
                        }[];
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCitations: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                documentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @enum {string} */
                            kind: "task" | "land_rule";
                            /** Format: uuid */
                            id: string;
                            title: string;
                            clause: string;
                            ended: boolean;
                            link: string;
                        }[];
                        total: number;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    search: {
        parameters: {
            query: {
                q: string;
                kind?: "subject" | "parcel" | "document";
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @enum {string} */
                            kind: "subject" | "parcel" | "document";
                            /** Format: uuid */
                            id: string;
                            title: string;
                            detail: string;
                            regionName: string | null;
                            subjectKind: ("enterprise" | "workshop" | "person" | "land_holder" | "park" | "small_park" | "town" | "department") | null;
                            status: ("normal" | "stopped" | "cancelled" | "revoked" | "moved_out" | "moved_in" | "relocating" | "restructuring" | "seized" | "mortgaged" | "abnormal_taxpayer" | "lost" | "secret") | null;
                        }[];
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readTodo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            key: string;
                            /** @enum {string} */
                            kind: "duty" | "stage" | "task" | "task_to_close" | "sign" | "claim" | "move" | "correction" | "import" | "check" | "duplicate" | "document" | "outgoing";
                            title: string;
                            note: string;
                            lastDay: string | null;
                            daysLate: number;
                            verb: string;
                            link: string;
                        }[];
                        more: {
                            /** @enum {string} */
                            kind: "duty" | "stage" | "task" | "task_to_close" | "sign" | "claim" | "move" | "correction" | "import" | "check" | "duplicate" | "document" | "outgoing";
                            count: number;
                            link: string;
                        }[];
                        since: string | null;
                        changes: {
                            title: string;
                            count: number;
                            /**
                             * Format: date-time
                             * @description 最近一次
                             */
                            at: string;
                            summary: string;
                            /** @description 由谁 */
                            names: string[];
                            link: string | null;
                        }[];
                        visitDue: boolean;
                    };
                };
            };
            /** @description 暂不能操作或系统异常 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
