-- ARGV: one or more calls, as JSON: kind, now, and what else reserve, settle and release take. They are done one after the other.
-- Answers for each what that says, as words apart by spaces.
local kinds = {RESERVE = reserve, SETTLE = settle, RELEASE = release}
local answers = {}
for i, json in ipairs(ARGV) do
  local call = cjson.decode(json)
  answers[i] = table.concat(kinds[call.kind](call), ' ')
end
write()
return answers
