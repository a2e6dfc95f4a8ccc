-- Neovim 0.11 or later: put this folder on 'runtimepath', and call vim.lsp.enable("scrapelint").

--- Asks for the reason before a finding is accepted.
local function accept(command, context)
  vim.ui.input({ prompt = "Why is it right as it is? " }, function(reason)
    if reason == nil then
      return
    end
    local finding = vim.tbl_extend("force", command.arguments[1], { reason = reason })
    local client = vim.lsp.get_client_by_id(context.client_id)
    client:request("workspace/executeCommand", { command = command.command, arguments = { finding } })
  end)
end

return {
  cmd = { "scrapelint", "server" },
  filetypes = { "text", "jsonl" },
  root_markers = { "scrapelint.toml", ".scrapelint-accepted.jsonl", "pyproject.toml", ".git" },
  commands = { ["scrapelint.accept"] = accept },
}
